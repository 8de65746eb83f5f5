import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { needsBuild } from './needs-build.ts'
import { builtRoot } from './testing/built-root.ts'

const LATER = new Date(Date.now() + 60_000)

/** A project that was built after everything in it was written. */
const builtProject = (file: string): { readonly root: string; readonly change: () => void } => {
  const root = builtRoot()
  const path = join(root, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
  utimesSync(join(root, 'dist', 'index.html'), new Date(), new Date(Date.now() + 1000))
  return { root, change: () => utimesSync(path, LATER, LATER) }
}

describe('the built app', () => {
  it('is built when it is missing', () => {
    expect(needsBuild('/no/such/folder')).toBe(true)
  })

  it.each([
    'index.html',
    'package.json',
    'package-lock.json',
    'public/favicon.svg',
    'src/app/start/main.tsx',
    'src/build/precompress.ts',
    'src/contract/operations.ts',
    'src/tsconfig.base.json',
    'vite.config.ts',
  ])('is built again after a change of %s', (file) => {
    const { root, change } = builtProject(file)
    expect(needsBuild(root)).toBe(false)
    change()
    expect(needsBuild(root)).toBe(true)
  })

  it.each(['src/app/page.test.tsx', 'src/build/precompress.test.ts', 'src/gateway/main.ts', 'README.md'])(
    'is kept after a change of %s, which is no part of it',
    (file) => {
      const { root, change } = builtProject(file)
      change()
      expect(needsBuild(root)).toBe(false)
    },
  )
})
