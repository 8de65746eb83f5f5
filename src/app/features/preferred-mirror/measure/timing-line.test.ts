import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { timingLine } from './timing-line.ts'

const mirror = (baseUrl: string | null, enabled = true): MirrorServer => ({
  id: 'm',
  name: 'm',
  baseUrl,
  enabled,
  lastSeenDate: null,
  mirrorType: 'SINGLE',
  productType: null,
  productVersion: null,
})

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'timing-line-'))
  // In place of curl: says which address it would ask, and nothing else runs.
  writeFileSync(path.join(folder, 'curl'), '#!/bin/sh\nfor last; do :; done\nprintf "asked:%s\\n" "$last"\n')
  chmodSync(path.join(folder, 'curl'), 0o755)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What a real shell makes of the line. */
const run = (line: string): readonly string[] =>
  execFileSync('/bin/sh', ['-c', line], { env: { PATH: folder }, encoding: 'utf8' })
    .split('\n')
    .filter((text) => text !== '')

describe('the line that measures from one’s own computer', () => {
  it.each<[string, readonly string[]]>([
    ['https://a.example.com', ['https://a.example.com/status']],
    ['https://a.example.com/git/', ['https://a.example.com/git/status']],
    ['http://a.example.com:7990/x', ['http://a.example.com:7990/x/status']],
    ["https://a.example.com/it's", ["https://a.example.com/it's/status"]],
    ['https://a.example.com/$(touch owned)', []],
    ['https://a.example.com/$(id)', ['https://a.example.com/$(id)/status']],
    ['https://a.example.com/`id`;id&|id', ['https://a.example.com/%60id%60;id&|id/status']],
    ['https://a.example.com/?x=1#y', ['https://a.example.com/status']],
    ['https://user:secret@a.example.com/', []],
    ['javascript:alert(1)', []],
    ['file:///etc/passwd', []],
    ['-o/etc/passwd', []],
  ])('asks of %s exactly %j', (baseUrl, asked) => {
    const line = timingLine([mirror(baseUrl)], 'posix')
    expect(line === null ? [] : run(line)).toEqual(asked.flatMap((address) => [`asked:${address}`, address]))
  })

  it('asks each mirror that is not disabled, in one line', () => {
    const line = timingLine(
      [
        mirror('https://a.example.com'),
        mirror('https://b.example.com', false),
        mirror('https://c.example.com'),
      ],
      'posix',
    )
    expect(run(line ?? '').filter((text) => text.startsWith('asked:'))).toEqual([
      'asked:https://a.example.com/status',
      'asked:https://c.example.com/status',
    ])
  })

  it('runs nothing of an address, whatever it is', () => {
    const piece = fc.constantFrom(
      "'",
      '"',
      '$',
      '`',
      '(',
      ')',
      ';',
      '&',
      '|',
      '%',
      '\\',
      '!',
      'a',
      '/',
      '*',
      '{',
    )
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 30 }), (pathname) => {
        const line = timingLine([mirror(`https://a.example.com/${pathname}`)], 'posix')
        const [first = '', second = '', ...rest] = line === null ? ['asked:', ''] : run(line)
        expect(rest).toEqual([])
        expect(first).toBe(`asked:${second}`)
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['https://a.example.com', "'https://a.example.com/status'"],
    ["https://a.example.com/it's", "'https://a.example.com/it''s/status'"],
  ])('quotes %s for PowerShell', (baseUrl, word) => {
    expect(timingLine([mirror(baseUrl)], 'powershell')).toContain(`foreach ($mirror in ${word}) {`)
  })
})
