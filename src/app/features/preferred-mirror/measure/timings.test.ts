import { describe, expect, it } from 'vitest'
import { msText, timingsOf } from './timings.ts'

describe('timings', () => {
  it('have a median and a spread, whatever order they came in', () => {
    expect(timingsOf([30, 10, 20])).toEqual({ medianMs: 20, fastestMs: 10, slowestMs: 30 })
    expect(timingsOf([4, 1, 3, 2])).toEqual({ medianMs: 2.5, fastestMs: 1, slowestMs: 4 })
    expect(timingsOf([7])).toEqual({ medianMs: 7, fastestMs: 7, slowestMs: 7 })
    expect(timingsOf([])).toBeNull()
  })

  it.each([
    [0.04, '0 ms'],
    [0.84, '0.8 ms'],
    [9.96, '10 ms'],
    [12.4, '12 ms'],
    [1234.5, '1,235 ms'],
  ])('of %d ms are read as %s', (ms, text) => expect(msText(ms)).toBe(text))
})
