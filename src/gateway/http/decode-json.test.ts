import { describe, expect, it } from 'vitest'
import { decodeJson } from './decode-json.ts'

const decode = (text: string) => decodeJson(Buffer.from(text))

describe('a JSON body', () => {
  it.each([
    ['brackets in a text', JSON.stringify(`${'['.repeat(100)}"\\`), `${'['.repeat(100)}"\\`],
    [
      'many lists side by side',
      `[${Array.from({ length: 100 }, () => '[]').join()}]`,
      Array.from({ length: 100 }, () => []),
    ],
    ['a long id', '{"id":12345678901234567890}', { id: '12345678901234567890' }],
  ])('with %s is read', (_name, text, expected) => {
    expect(decode(text)).toEqual(expected)
  })

  it('is read up to 32 levels, and no deeper', () => {
    expect(() => decode('['.repeat(32) + ']'.repeat(32))).not.toThrow()
    expect(() => decode('['.repeat(33) + ']'.repeat(33))).toThrow('nested too deeply')
  })

  it('of quotes without end is refused in a moment', () => {
    const startedAt = performance.now()
    expect(() => decode(`"${'\\"'.repeat(500_000)}`)).toThrow(SyntaxError)
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })
})
