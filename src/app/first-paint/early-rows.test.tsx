import { describe, expect, test } from 'vitest'
import { skeletonOf } from '#app/ui/look-alike.ts'
import { drawRows, looksOf, plainRows } from './early-rows.ts'

const types = { SINGLE: 'Single', FARM: 'Farm' }
const plain = {
  id: 7,
  state: 'PENDING',
  mirrorName: 'São Paulo 2',
  productVersion: '8.16.2',
  mirrorType: 'SINGLE',
  mirrorBaseUrl: 'https://sao-paulo.example.com:8443/mirror',
}
const answerOf = (...values: readonly unknown[]) => ({ values })

describe('rows before the app', () => {
  test('are those of a plain answer', () => {
    const [row] = plainRows(answerOf(plain), types) ?? []
    expect(row?.cells.map(([, text]) => text)).toEqual([
      'São Paulo 2',
      'Single',
      '8.16.2',
      'https://sao-paulo.example.com:8443/mirror',
    ])
  })

  test.each([
    ['hidden characters', { mirrorName: 'Tokyo\u200B' }],
    ['a turned name', { mirrorName: 'Tokyo \u202Eoykot' }],
    ['letters of another alphabet', { mirrorName: 'T\u043Ekyo' }],
    ['a name of spaces', { mirrorName: ' ' }],
    ['a name without end', { mirrorName: 'long '.repeat(50) }],
    ['no name', { mirrorName: null }],
    ['a list for a name', { mirrorName: ['Tokyo'] }],
    ['user info in its address', { mirrorBaseUrl: 'https://bitbucket.example.com@evil.example' }],
    ['an escaped address', { mirrorBaseUrl: 'https://example.com/%2e%2e' }],
    ['a script for an address', { mirrorBaseUrl: 'javascript:alert(1)' }],
    ['a punycode host', { mirrorBaseUrl: 'https://xn--tkyo-cpa.example.com' }],
    ['a host in capitals', { mirrorBaseUrl: 'https://EXAMPLE.com' }],
    ['a number for a host', { mirrorBaseUrl: 'https://2130706433/' }],
    ['a host of old numbers', { mirrorBaseUrl: 'https://010.0.0.1' }],
    ['a port that is none', { mirrorBaseUrl: 'https://example.com:99999' }],
    ['an address without end', { mirrorBaseUrl: `https://example.com/${'path/'.repeat(50)}` }],
    ['no address', { mirrorBaseUrl: undefined }],
    ['a name like another', { mirrorName: 'SAO PAUL0 2' }],
    ['an unusable id', { id: '..' }],
    ['a type of the prototype', { mirrorType: 'constructor' }],
    ['an unknown type', { mirrorType: 'CLUSTER' }],
    ['a strange version', { productVersion: '8.16 <b>' }],
    ['another state', { state: 'ACCEPTED' }],
  ])('are left to the app where one has %s', (_what, difference) => {
    expect(plainRows(answerOf(plain, { ...plain, id: 8, ...difference }), types)).toBeNull()
  })

  test.each([
    ['a list with a row twice', answerOf(plain, plain)],
    ['an empty list', answerOf()],
    ['no list', { errors: [] }],
    ['nothing', null],
    ['a row that is none', answerOf(null)],
  ])('are left to the app in %s', (_what, answer) => {
    expect(plainRows(answer, types)).toBeNull()
  })

  test('take no two letters apart that the app takes for one another', () => {
    const letters = Array.from({ length: 0x100 }, (_, code) => String.fromCharCode(code)).filter((letter) =>
      /^[!-~À-ÖØ-öø-ÿ]$/.test(letter),
    )
    const alike = Object.values(Object.groupBy(letters, skeletonOf)).filter((group = []) => group.length > 1)
    expect(alike.length).toBeGreaterThan(20)
    expect(alike.filter((group = []) => new Set(group.map(looksOf)).size > 1)).toEqual([])
  })

  test('are copies of the sample with texts of their own, and no more than a window shows', () => {
    document.body.innerHTML = `<table><tbody><tr><td>bone</td></tr></tbody></table>
      <template><tr><th><bdi>x</bdi></th><td data-name="Address"><bdi>y</bdi></td></tr></template>`
    const sample = document.querySelector('template')?.content.firstElementChild
    const table = document.querySelector('table')
    const rows = plainRows(
      answerOf(...Array.from({ length: 30 }, (_, id) => ({ ...plain, id, mirrorName: `Mirror ${id}` }))),
      types,
    )
    if (sample && table) drawRows(table, sample, rows ?? [])
    expect(table?.querySelectorAll('tr')).toHaveLength(20)
    expect(table?.querySelector('th')?.textContent).toBe('Mirror 0')
    expect(table?.querySelector('[data-name="Address"]')?.textContent).toBe(plain.mirrorBaseUrl)
    expect(table?.textContent).not.toContain('bone')
  })
})
