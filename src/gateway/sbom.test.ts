import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { describe, expect, it, onTestFinished } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const bomOf = v.object({
  bomFormat: v.literal('CycloneDX'),
  specVersion: v.string(),
  serialNumber: v.pipe(v.string(), v.regex(/^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/)),
  components: v.array(
    v.object({
      name: v.string(),
      version: v.string(),
      purl: v.string(),
      'bom-ref': v.string(),
      licenses: v.array(
        v.object({ license: v.optional(v.object({ id: v.string() })), expression: v.optional(v.string()) }),
      ),
      hashes: v.array(
        v.object({ alg: v.literal('SHA-512'), content: v.pipe(v.string(), v.regex(/^[\da-f]{128}$/)) }),
      ),
    }),
  ),
  dependencies: v.array(v.object({ ref: v.string(), dependsOn: v.array(v.string()) })),
})

/** Licences under which everything that ships may be passed on with the notice alone. */
const PERMISSIVE = new Set([
  'MIT',
  '0BSD',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '(MIT OR CC0-1.0)',
])

const write = () => {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-console-sbom-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  execFileSync(process.execPath, [join(ROOT, 'deploy/sbom.ts'), folder])
  const text = readFileSync(join(folder, 'mirror-console.cdx.json'), 'utf8')
  return {
    text,
    bom: v.parse(bomOf, JSON.parse(text)),
    licences: readFileSync(join(folder, 'licences.txt'), 'utf8'),
  }
}

describe('the list of what ships', () => {
  it('holds every dependency of the project and what those need, and no tool', () => {
    const { bom } = write()
    const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    const { dependencies } = v.parse(v.object({ dependencies: v.record(v.string(), v.string()) }), manifest)
    const shipped = new Map(bom.components.map(({ name, version }) => [name, version]))
    for (const [name, version] of Object.entries(dependencies)) expect(shipped.get(name)).toBe(version)
    expect([...shipped.keys()]).toEqual(expect.arrayContaining(['scheduler', 'node']))
    for (const tool of ['vite', 'vitest', 'typescript', '@types/react', 'msw', '@playwright/test']) {
      expect(shipped.has(tool)).toBe(false)
    }
  })

  it('says of each where it comes from, what it must hash to and what it needs', () => {
    const { bom } = write()
    const refs = new Set(bom.components.map((component) => component['bom-ref']))
    expect(refs.size).toBe(bom.components.length)
    for (const { hashes, purl } of bom.components) {
      expect(hashes).toHaveLength(1)
      expect(purl).toMatch(/^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d[\w.+-]*$/)
    }
    expect(bom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([])
    expect(bom.dependencies).toHaveLength(bom.components.length + 1)
  })

  it('is permissive throughout, with the notices to pass on', () => {
    const { bom, licences } = write()
    const named = bom.components.flatMap(({ licenses }) =>
      licenses.map(({ license, expression }) => license?.id ?? expression ?? ''),
    )
    expect(named).toHaveLength(bom.components.length)
    expect(named.filter((name) => !PERMISSIVE.has(name))).toEqual([])
    expect(licences).toMatch(/^react \d+\.\d+\.\d+: MIT$/m)
    expect(licences).toContain('Permission is hereby granted')
  })

  it('is the same for the same lock file', () => {
    expect(write().text).toBe(write().text)
  })
})
