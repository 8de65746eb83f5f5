import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { needsBuild } from './needs-build.ts'
import { builtRoot } from './testing/built-root.ts'

const LATER = new Date(Date.now() + 60_000)

describe('the built app', () => {
  it('is built when it is missing', () => {
    expect(needsBuild('/no/such/folder')).toBe(true)
  })

  it('is not built again while nothing has changed, and is when something has', () => {
    const root = builtRoot()
    expect(needsBuild(root)).toBe(false)
    mkdirSync(join(root, 'src', 'app'), { recursive: true })
    writeFileSync(join(root, 'src', 'app', 'page.test.tsx'), '')
    utimesSync(join(root, 'src', 'app', 'page.test.tsx'), LATER, LATER)
    writeFileSync(join(root, 'src', 'app', 'page.tsx'), '')
    utimesSync(join(root, 'dist', 'index.html'), new Date(), new Date(Date.now() + 1000))
    expect(needsBuild(root)).toBe(false)
    utimesSync(join(root, 'src', 'app', 'page.tsx'), LATER, LATER)
    expect(needsBuild(root)).toBe(true)
  })
})
