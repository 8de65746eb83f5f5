import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** An empty folder; it is removed after the test with all that is in it. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-console-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
