import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runMutation } from '#app/api/run-mutation.ts'
import { mayReadAgain } from './long-list.ts'
import { KEY, listedPages } from './testing/listed-pages.ts'

const START = Date.UTC(2026, 10, 27, 3)
const MINUTE_MS = 60_000

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const mayNow = ({ client }: ReturnType<typeof listedPages>) => {
  const query = client.getQueryCache().find({ queryKey: KEY })
  return query !== undefined && mayReadAgain(query)
}

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a list is read again by itself', () => {
  it.each([
    ['whenever it is due, where it is short', 250, 0],
    ['after as many minutes as it has pages, where it is long', 2000, 20],
  ])('%s', async (_when, rows, minutes) => {
    const list = listedPages(rows, 100)
    await list.readAll()
    const needed = Math.max(0, list.starts.length - 1) * MINUTE_MS
    expect(needed >= minutes * MINUTE_MS).toBe(true)
    expect(mayNow(list)).toBe(minutes === 0)
    await pass(needed + MINUTE_MS)
    expect(mayNow(list)).toBe(true)
  })

  it('rarely for one of a hundred pages: no more than a page a minute', async () => {
    const list = listedPages(9901, 100)
    await list.readAll()
    const { length } = list.starts
    await pass(length * MINUTE_MS - 1)
    expect(mayNow(list)).toBe(false)
    await pass(1)
    expect(mayNow(list)).toBe(true)
  })
})

describe('a write that makes a list old', () => {
  const write = { mutationFn: () => Promise.resolve(), meta: { invalidates: [KEY] } }

  it('has a short one read again', async () => {
    const list = listedPages(250, 100)
    await list.readAll()
    const { length } = list.starts
    await runMutation(list.client, write, undefined)
    await pass(1)
    expect(list.starts.slice(length)).toEqual([0, 59, 158])
  })

  it('marks a long one and leaves it as it is', async () => {
    const list = listedPages(2000, 100)
    await list.readAll()
    const { length } = list.starts
    await runMutation(list.client, write, undefined)
    await pass(1)
    expect(list.starts).toHaveLength(length)
    expect(list.stateOf()).toMatchObject({ isInvalidated: true, dataUpdatedAt: START })
  })
})

describe('a list that grows', () => {
  it('keeps the age of its first page, and the mark that it is old', async () => {
    const list = listedPages(2000, 100)
    await list.observer.refetch()
    await pass(MINUTE_MS)
    await list.observer.fetchNextPage()
    expect(list.stateOf()).toMatchObject({ dataUpdatedAt: START, isInvalidated: false })
    void list.client.invalidateQueries({ queryKey: KEY, refetchType: 'none' })
    await list.observer.fetchNextPage()
    expect(list.stateOf()).toMatchObject({ dataUpdatedAt: START, isInvalidated: true })
    await list.observer.refetch()
    expect(list.stateOf()).toMatchObject({ dataUpdatedAt: START + MINUTE_MS, isInvalidated: false })
  })

  it('keeps the age that an event gave it meanwhile', async () => {
    let isHeld = false
    const held = Promise.withResolvers<void>()
    const list = listedPages(2000, 100, () => (isHeld ? held.promise : Promise.resolve()))
    await list.observer.refetch()
    isHeld = true
    const next = list.observer.fetchNextPage()
    list.client.setQueryData(KEY, (known: unknown) => known, { updatedAt: START + 5 })
    await pass(MINUTE_MS)
    held.resolve()
    await next
    expect(list.stateOf().dataUpdatedAt).toBe(START + 5)
  })

  it('is not called old because a page of it failed', async () => {
    let isBroken = false
    const list = listedPages(2000, 100, () =>
      isBroken ? Promise.reject(new Error('reset')) : Promise.resolve(),
    )
    await list.observer.refetch()
    isBroken = true
    await list.observer.fetchNextPage()
    expect(list.stateOf().status).toBe('error')
    isBroken = false
    await list.observer.fetchNextPage()
    expect(list.stateOf()).toMatchObject({ status: 'success', isInvalidated: false })
  })
})
