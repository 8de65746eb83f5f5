import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { precompress } from './precompress.ts'
import { builtRoot } from '#demo/testing/built-root.ts'

describe('a build', () => {
  it('has its text files compressed, and no file that gains little', async () => {
    const root = builtRoot()
    const text = `export const words = ${JSON.stringify('mirror '.repeat(500))}`
    mkdirSync(join(root, 'public'))
    writeFileSync(join(root, 'public', 'large.txt'), text)
    writeFileSync(join(root, 'public', 'small.txt'), 'small')
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>App</title>')
    await build({ root, configFile: false, logLevel: 'silent', plugins: [precompress()] })
    const dist = join(root, 'dist')
    expect(brotliDecompressSync(readFileSync(join(dist, 'large.txt.br'))).toString()).toBe(text)
    expect(gunzipSync(readFileSync(join(dist, 'large.txt.gz'))).toString()).toBe(text)
    expect(existsSync(join(dist, 'small.txt.br'))).toBe(false)
    expect(existsSync(join(dist, 'index.html.br'))).toBe(false)
  })
})
