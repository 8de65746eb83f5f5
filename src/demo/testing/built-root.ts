import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder with the smallest built app in it, so that a start has something to serve; it is gone after the test. */
export const builtRoot = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'mirror-console-root-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'dist'))
  writeFileSync(join(root, 'dist', 'index.html'), '<!doctype html><title>Built</title>')
  return root
}
