import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Exit code 101 of a policy file: "action forbidden by policy". */
const FORBID_ALL = '#!/bin/sh\nexit 101\n'

/**
 * Does `work` while `policyFile` forbids Debian's packages to start services, so that installing a server never leaves
 * one listening. A policy that the machine has already is put aside and comes back, also when `work` throws.
 */
export const withoutServices = <T>(policyFile: string, work: () => T): T => {
  const aside = `${policyFile}.before-check`
  const hadPolicy = existsSync(policyFile)
  if (hadPolicy) renameSync(policyFile, aside)
  writeFileSync(policyFile, FORBID_ALL, { mode: 0o755 })
  try {
    return work()
  } finally {
    if (hadPolicy) renameSync(aside, policyFile)
    else rmSync(policyFile)
  }
}
