import { describe, expect, it } from 'vitest'
import { stableHex, stableNumber } from './stable-number.ts'

describe('stableHex', () => {
  it('keeps the digits that worlds have had from the beginning', () => {
    expect(stableHex('content 1', 64)).toBe(
      '1e479d9138f42dc63b203a2bd9bcc0abf5774729cd0af2b9314b96c889096286',
    )
    expect(stableHex('hierarchy 100000', 20)).toBe('7b7957f01121eb8cdcd2')
  })

  it('is made of the numbers of its parts', () => {
    const parts = [0, 1, 2].map((part) => stableNumber(`some text#${part}`).toString(16).padStart(8, '0'))
    expect(stableHex('some text', 24)).toBe(parts.join(''))
  })

  it('keeps the zeros in front of a small number', () => {
    const small = Array.from({ length: 2000 }, (_, at) => `text ${at}`).find(
      (text) => stableNumber(`${text}#0`) < 0x0100_0000,
    )
    expect(stableHex(small ?? '', 8)).toMatch(/^00[0-9a-f]{6}$/)
  })
})
