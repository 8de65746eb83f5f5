import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { mirrorServer } from './mirror-server.ts'
import { page } from './page.ts'

const mirrors = page(mirrorServer)
const vietnam = { id: 'B0F5-CS21', name: 'Vietnam', enabled: true }

describe('page', () => {
  it('reads a page', () => {
    const read = v.parse(mirrors, { values: [vietnam], size: 1, start: 0, limit: 25, isLastPage: true })
    expect(read).toMatchObject({ unreadable: [], start: 0, limit: 25, isLastPage: true, nextPageStart: null })
    expect(read.values).toEqual([
      expect.objectContaining({ id: 'B0F5-CS21', name: 'Vietnam', baseUrl: null }),
    ])
  })

  it('accepts a single object as a page of one, as two operations are documented', () => {
    const read = v.parse(mirrors, vietnam)
    expect(read.values).toHaveLength(1)
    expect(read.isLastPage).toBe(true)
  })

  it('distinguishes an empty page from an unreadable one', () => {
    expect(v.parse(mirrors, { values: [], isLastPage: true }).values).toEqual([])
  })

  it.each([
    ['an object without values', { size: 0, isLastPage: true }],
    ['an empty object', {}],
    ['values that are null', { values: null }],
    ['values that are one object', { values: vietnam }],
    ['values that are text', { values: 'none' }],
    ['a bare array', [vietnam]],
    ['null', null],
    ['nothing', undefined],
    ['a text', '<!doctype html>'],
    ['an error body', { errors: [{ message: 'no' }] }],
  ])('refuses %s: unreadable, never "no mirrors"', (_what, wire) => {
    expect(v.is(mirrors, wire)).toBe(false)
  })

  it('makes a bad row an unreadable one with its place and id, and keeps the others', () => {
    const read = v.parse(mirrors, { values: [vietnam, { id: 7, name: null }, null, 'x', vietnam] })
    expect(read.values).toHaveLength(2)
    expect(read.unreadable.map(({ index, id }) => [index, id])).toEqual([
      [1, '7'],
      [2, null],
      [3, null],
    ])
    expect(read.unreadable[0]?.problem).toContain('name')
  })

  it('reads a page with a row of a million characters quickly, and repeats none of them', () => {
    const huge = 'A'.repeat(1_000_000)
    const wire = { values: [{ id: huge, name: 'a' }, { id: '1', name: huge }, vietnam] }
    // The best of three: a busy machine may stop any one of them.
    const times = [1, 2, 3].map(() => {
      const before = performance.now()
      v.parse(mirrors, wire)
      return performance.now() - before
    })
    expect(Math.min(...times)).toBeLessThan(50)
    const read = v.parse(mirrors, wire)
    expect(read.values).toHaveLength(1)
    expect(read.unreadable).toHaveLength(2)
    expect(JSON.stringify(read)).not.toContain('AAAA')
  })

  it.each([
    ['isLastPage absent and a next start', { nextPageStart: 25 }, { isLastPage: false, nextPageStart: 25 }],
    ['isLastPage absent and no next start', {}, { isLastPage: true, nextPageStart: null }],
    ['isLastPage absent and a null next start', { nextPageStart: null }, { isLastPage: true }],
    ['isLastPage of another kind', { isLastPage: 'no', nextPageStart: 9 }, { isLastPage: false }],
    [
      'isLastPage of another kind and no next start',
      { isLastPage: 'no' },
      { isLastPage: false, nextPageStart: null },
    ],
    [
      'a next start of another kind, and no isLastPage',
      { nextPageStart: 'more' },
      { isLastPage: false, nextPageStart: null },
    ],
    ['a negative next start', { isLastPage: false, nextPageStart: -1 }, { nextPageStart: null }],
    ['a next start that is no integer', { isLastPage: false, nextPageStart: 1.5 }, { nextPageStart: null }],
    ['a next start beyond 2^53', { isLastPage: false, nextPageStart: 2 ** 60 }, { nextPageStart: null }],
    ['a limit of another kind', { limit: 'all' }, { limit: null }],
    ['a lowered limit', { limit: 3 }, { limit: 3 }],
  ])('reads %s', (_what, envelope, expected) => {
    expect(v.parse(mirrors, { values: [vietnam], ...envelope })).toMatchObject(expected)
  })

  it('accounts for every row, readable or not', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(vietnam), fc.anything())), (rows) => {
        const read = v.parse(mirrors, { values: rows })
        expect(read.values.length + read.unreadable.length).toBe(rows.length)
      }),
    )
  })

  it('survives a prototype sent as data', () => {
    const wire: unknown = JSON.parse(
      '{"__proto__":{"polluted":1},"values":[{"id":"1","name":"a","__proto__":{"polluted":1}}]}',
    )
    expect(v.parse(mirrors, wire).values[0]).not.toHaveProperty('polluted')
    expect({}).not.toHaveProperty('polluted')
  })
})
