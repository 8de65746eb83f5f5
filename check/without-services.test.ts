import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { withoutServices } from './without-services.ts'

const policyFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-console-policy-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'policy-rc.d')
}

describe('a policy against starting services', () => {
  it('is an executable that forbids all, only while the work is done', () => {
    const file = policyFile()
    const during = withoutServices(file, () => [readFileSync(file, 'utf8'), statSync(file).mode & 0o111])
    expect(during).toEqual(['#!/bin/sh\nexit 101\n', 0o111])
    expect(existsSync(file)).toBe(false)
  })

  it('gives the machine’s own policy back, also after a failure', () => {
    const file = policyFile()
    writeFileSync(file, 'the machine’s own')
    const failing = () =>
      withoutServices(file, () => {
        throw new Error(readFileSync(file, 'utf8'))
      })
    expect(failing).toThrow('exit 101')
    expect(readFileSync(file, 'utf8')).toBe('the machine’s own')
  })
})
