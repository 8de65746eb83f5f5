import { QueryClientProvider } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { listedPages } from './testing/listed-pages.ts'
import { useListReading } from './use-list-reading.ts'

/** The end is awaited, however busy the machine is. */
const LONG = { timeout: 30_000 }

/** Reads a list of six pages. @returns what was drawn when each page was asked for, in rows. */
const drawnAtEachQuestion = async (mayBeEnough: boolean): Promise<readonly number[]> => {
  let drawn = 0
  const atQuestion: number[] = []
  const { client, options } = listedPages(60, 10, async () => {
    atQuestion.push(drawn)
    // An answer comes in a task of its own, as from a network.
    await new Promise((resolve) => setTimeout(resolve))
  })
  const { result } = renderHook(
    () => {
      const query = usePagedList(options)
      drawn = query.data?.rows.length ?? 0
      return useListReading(query, true, mayBeEnough)
    },
    {
      wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
    },
  )
  await eventually(() => expect([drawn, result.current.reading.kind]).toEqual([60, 'ended']), LONG)
  return atQuestion
}

it('Bitbucket works on the next page while the one that came is drawn', async () => {
  const read = [0, 10, 10, 19, 28, 37, 46]
  const drawn = await drawnAtEachQuestion(false)
  // Growing rows are drawn a few times a second, so there may be fewer of them.
  expect(drawn.map((rows, at) => rows <= (read[at] ?? 0))).toEqual(read.map(() => true))
})

it('a page that may have all that is wanted is looked at before another one is asked for', async () => {
  expect(await drawnAtEachQuestion(true)).toEqual([0, 10, 19, 28, 37, 46, 55])
})

it.each([
  ['two questions at most where it is read to its end', false, 2],
  ['one where a page may have all that is wanted', true, 1],
])('Bitbucket has of a long list %s', async (_what, mayBeEnough, most) => {
  let open = 0
  let mostOpen = 0
  const { client, options, starts } = listedPages(6000, 1000, async () => {
    open += 1
    mostOpen = Math.max(mostOpen, open)
    await new Promise((resolve) => setTimeout(resolve))
    open -= 1
  })
  const { result } = renderHook(() => useListReading(usePagedList(options), true, mayBeEnough), {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  })
  await eventually(
    () => expect([starts.length > 6, result.current.reading.kind]).toEqual([true, 'ended']),
    LONG,
  )
  expect(mostOpen).toBe(most)
  expect(starts.slice(0, 7)).toEqual([0, 59, 1058, 2057, 3056, 4055, 5054])
})

it('a list that is read on no further shows all that came, and no clock goes on', async () => {
  const begun = vi.spyOn(globalThis, 'setInterval')
  const ended = vi.spyOn(globalThis, 'clearInterval')
  const { client, options, starts } = listedPages(6000, 10, async () => {
    await new Promise((resolve) => setTimeout(resolve))
  })
  const { result, rerender } = renderHook(
    ({ isWanted }) => {
      const query = usePagedList(options)
      useListReading(query, isWanted)
      return query
    },
    {
      initialProps: { isWanted: true },
      wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
    },
  )
  await eventually(() => expect(starts.length).toBeGreaterThan(3))
  rerender({ isWanted: false })
  const clocks = () => begun.mock.results.filter((_clock, at) => begun.mock.calls[at]?.[1] === 200)
  await eventually(() => {
    expect(result.current.isFetching).toBe(false)
    expect(clocks().length).toBeGreaterThan(0)
    const stopped = new Set<unknown>(ended.mock.calls.map(([clock]) => clock))
    expect(clocks().filter(({ value }) => !stopped.has(value))).toEqual([])
  })
  const pages = client.getQueryData<{ pages: readonly unknown[] }>(options.queryKey)?.pages.length ?? 0
  expect(result.current.data?.rows).toHaveLength(1 + 9 * pages)
})
