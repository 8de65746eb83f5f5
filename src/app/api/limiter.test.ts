import { describe, expect, test } from 'vitest'
import { createLimiter } from './limiter.ts'

const hang = () => new Promise<never>(() => undefined)

describe('turns', () => {
  test('let no more than the given number work at once, in the order in which they came', async () => {
    const limited = createLimiter(2)
    const begun: number[] = []
    const ends = new Map<number, () => void>()
    const all = [1, 2, 3, 4].map((id) =>
      limited(() => {
        begun.push(id)
        return new Promise<number>((resolve) => ends.set(id, () => resolve(id)))
      }),
    )
    await Promise.resolve()
    expect(begun).toEqual([1, 2])
    ends.get(2)?.()
    expect(await all[1]).toBe(2)
    expect(begun).toEqual([1, 2, 3])
    for (const id of [1, 3]) ends.get(id)?.()
    await Promise.all([all[0], all[2]])
    expect(begun).toEqual([1, 2, 3, 4])
  })

  test('pass on when the work fails', async () => {
    const limited = createLimiter(1)
    const failed = limited(() => Promise.reject(new Error('broken')))
    const next = limited(() => Promise.resolve('done'))
    await expect(failed).rejects.toThrow('broken')
    expect(await next).toBe('done')
  })

  test('are given up by whoever stops waiting, and nobody else notices', async () => {
    const limited = createLimiter(1)
    const release = Promise.withResolvers<string>()
    const first = limited(() => release.promise)
    const leaver = new AbortController()
    const second = limited(hang, leaver.signal)
    const third = limited(() => Promise.resolve('third'))
    leaver.abort(new Error('no longer wanted'))
    await expect(second).rejects.toThrow('no longer wanted')
    release.resolve('first')
    expect(await first).toBe('first')
    expect(await third).toBe('third')
  })
})
