import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import type { Machine } from './machine.ts'
import { withoutServices } from './without-services.ts'

/** Ubuntu's package of Chromium only installs a snap, which does not run in a container. */
const isDebian = (): boolean => {
  if (!existsSync('/etc/os-release')) return false
  const release = readFileSync('/etc/os-release', 'utf8')
  return /^ID(_LIKE)?=.*debian/m.test(release) && !/ubuntu/i.test(release)
}

/** Debian keeps servers outside of the usual path. */
const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin`,
  DEBIAN_FRONTEND: 'noninteractive',
  PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
})

/** The place where Debian's maintainer scripts ask whether they may start a service (`invoke-rc.d`, "policy-rc.d"). */
const POLICY_FILE = '/usr/sbin/policy-rc.d'

/** The machine that this process runs on. */
export const thisMachine = (): Machine => ({
  isRoot: process.getuid?.() === 0,
  isDebian: isDebian(),
  isCi: process.env['CI'] !== undefined,
  run: (command, args, limitMs) => {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      encoding: 'utf8',
      timeout: limitMs,
      env: environment(),
    })
    if (status === 0) return null
    return [stdout, stderr, error?.message].filter(Boolean).join('\n') || `${command} failed`
  },
  withoutServices: (work) => withoutServices(POLICY_FILE, work),
  say: (line) => {
    process.stderr.write(`${line}\n`)
  },
})
