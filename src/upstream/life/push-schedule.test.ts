import { describe, expect, it } from 'vitest'
import { numberOfPush, placeOfPush, pushesBy, pushesTo, pushTime } from './push-schedule.ts'

const numbers = Array.from({ length: 200 }, (_, number) => number)

describe('the schedule of pushes', () => {
  it('has the same times on every start, the first after 5 to 8 s', () => {
    expect(numbers.slice(0, 5).map(pushTime)).toEqual([6_023, 11_209, 18_720, 24_030, 30_759])
    expect(pushesBy(0)).toBe(0)
    expect(pushesBy(-1_000)).toBe(0)
  })

  it('has one every few seconds, in order', () => {
    const gaps = numbers.map((number) => pushTime(number + 1) - pushTime(number))
    expect(Math.min(...gaps)).toBeGreaterThan(3_000)
    expect(Math.max(...gaps)).toBeLessThan(9_000)
  })

  it('counts a push from its time on and not before', () => {
    for (const number of numbers) {
      expect([pushesBy(pushTime(number) - 1), pushesBy(pushTime(number))]).toEqual([number, number + 1])
    }
  })

  it.each([1, 2, 24])('gives each of %i repositories one push a round', (size) => {
    const places = numbers.map((number) => placeOfPush(number, size))
    for (let round = 0; round < 5; round++) {
      expect(new Set(places.slice(round * size, (round + 1) * size)).size).toBe(size)
    }
    for (const [number, place] of places.entries()) {
      expect(numberOfPush(place, Math.floor(number / size), size)).toBe(number)
      const before = places.slice(0, number).filter((other) => other === place).length
      expect(pushesTo(place, size, number)).toBe(before)
    }
  })
})
