import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'

/** The script of the built app that {@link distFolder} makes. */
export const BUILT_SCRIPT = 'export const built = true\n'.repeat(100)

/** A folder like a built app; it is removed after the test. */
export const distFolder = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'mirror-console-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const dist = join(root, 'dist')
  mkdirSync(join(dist, 'assets'), { recursive: true })
  writeFileSync(
    join(dist, 'index.html'),
    '<!doctype html><head><meta property="csp-nonce" nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>' +
      '<!--pages:[{"path":"/mirrors/{id}","scripts":["assets/index-abc123.js"],"styles":[],"reads":["/rest/mirrors/{id}"]}]-->' +
      '<link rel="icon" href="/favicon.svg"><script type="module" src="/assets/index-abc123.js"></script></head>' +
      '<!--part:frame-->the first frame<!--/part-->',
  )
  writeFileSync(join(dist, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  const script = join(dist, 'assets', 'index-abc123.js')
  writeFileSync(script, BUILT_SCRIPT)
  writeFileSync(`${script}.br`, brotliCompressSync(BUILT_SCRIPT))
  writeFileSync(`${script}.gz`, gzipSync(BUILT_SCRIPT))
  return dist
}
