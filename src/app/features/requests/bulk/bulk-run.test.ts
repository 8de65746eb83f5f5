import { describe, expect, it } from 'vitest'
import { runBulk } from './bulk-run.ts'

const run = async (items: readonly string[], { stopAfter = Infinity, halting = '' } = {}) => {
  const done: string[] = []
  const failed: string[] = []
  let underWay = 0
  await runBulk({
    items,
    isStopped: () => done.length + failed.length >= stopAfter,
    isHalting: (error) => error instanceof Error && error.message === halting,
    onError: (item) => failed.push(item),
    work: async (item) => {
      underWay += 1
      expect(underWay).toBe(1)
      await Promise.resolve()
      underWay -= 1
      if (item.startsWith('bad')) throw new Error(item)
      done.push(item)
    },
  })
  return { done, failed }
}

describe('a run over many', () => {
  it('does each once, one after the other, and goes on after one that fails', async () =>
    expect(await run(['a', 'bad', 'c'])).toEqual({ done: ['a', 'c'], failed: ['bad'] }))

  it('starts nothing more once it is stopped', async () =>
    expect(await run(['a', 'b', 'c'], { stopAfter: 1 })).toEqual({ done: ['a'], failed: [] }))

  it('ends at a refusal that all others would meet', async () =>
    expect(await run(['a', 'bad', 'c'], { halting: 'bad' })).toEqual({ done: ['a'], failed: ['bad'] }))

  it('of nothing does nothing', async () => expect(await run([])).toEqual({ done: [], failed: [] }))
})
