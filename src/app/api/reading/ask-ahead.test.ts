import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PageAsk } from '#contract/page-ask.ts'
import type { Page } from '#contract/page.ts'
import { addPage, nothingAdded, type Row } from './add-page.ts'
import { askAhead } from './ask-ahead.ts'

type Param = { readonly start: number; readonly limit: number }

const LIMIT = 10

/** A page of `ids` from `start`, as it is at the moment. */
const pageOf = (ids: readonly string[], { start, limit }: Param, cap = limit): Page<Row> => {
  const end = Math.min(start + Math.min(limit, cap), ids.length)
  const isLastPage = end >= ids.length
  const values = ids.slice(start, end).map((id) => ({ id }))
  return { values, unreadable: [], start, limit: cap, isLastPage, nextPageStart: isLastPage ? null : end }
}

const idsUpTo = (count: number) => Array.from({ length: count }, (_id, at) => String(at))

/** A server of `count` rows that answers when it is let. */
const heldServer = (count: number, cap = LIMIT) => {
  const waiting = new Map<
    number,
    { readonly signal: AbortSignal; readonly answer: (error?: Error) => void }
  >()
  const starts: number[] = []
  const fetchPage = (param: Param, signal: AbortSignal): Promise<Page<Row>> => {
    starts.push(param.start)
    return new Promise((resolve, reject) => {
      const answer = (error?: Error) => {
        waiting.delete(param.start)
        if (error) reject(error)
        else resolve(pageOf(idsUpTo(count), param, cap))
      }
      waiting.set(param.start, { signal, answer })
      signal.addEventListener('abort', () => answer(new DOMException('', 'AbortError')))
    })
  }
  /** Which questions wait for an answer. */
  const open = () => [...waiting.keys()]
  return {
    fetchPage,
    starts,
    open,
    answer: (start: number, error?: Error) => waiting.get(start)?.answer(error),
  }
}

/** Reads on from a place; the reading ends with `end`. */
const reader = (fetchPage: ReturnType<typeof heldServer>['fetchPage']) => {
  const rest = new AbortController()
  const own = new AbortController()
  const ask = (start: number) => askAhead(rest.signal, { start, limit: LIMIT }, fetchPage, own.signal)
  return { ask, end: () => rest.abort(), cancel: () => own.abort() }
}

/** Reads the first two pages of a server, so that the third is on its way. */
const thirdOnItsWay = async (server: ReturnType<typeof heldServer>) => {
  const reading = reader(server.fetchPage)
  const first = reading.ask(0)
  server.answer(0)
  await first
  const second = reading.ask(9)
  return { ...reading, second }
}

describe('a list that is read to its end', () => {
  it('is asked for one page ahead, never for two', async () => {
    const server = heldServer(100)
    const { ask, second } = await thirdOnItsWay(server)
    expect(server.open()).toEqual([9, 18])
    server.answer(9)
    await second
    expect(server.open()).toEqual([18])
    const third = ask(18)
    expect(server.open()).toEqual([18, 27])
    server.answer(18)
    expect((await third).values.map(({ id }) => id)).toEqual(
      pageOf(idsUpTo(100), { start: 18, limit: 10 }).values.map(({ id }) => id),
    )
    expect(server.starts).toEqual([0, 9, 18, 27])
  })

  it('is asked page by page where pages come shorter than they were asked for', async () => {
    const server = heldServer(100, 7)
    const { ask } = reader(server.fetchPage)
    for (const start of [0, 6, 12, 18]) {
      const page = ask(start)
      expect(server.open()).toEqual([start])
      server.answer(start)
      await page
    }
  })

  it.each([
    ['the page before it is the last one', 19, undefined],
    ['the page before it could not be read', 100, new Error('500')],
  ])('gives up the page ahead when %s', async (_when, count, error) => {
    const server = heldServer(count)
    const { second } = await thirdOnItsWay(server)
    server.answer(9, error)
    await second.catch(() => undefined)
    expect(server.open()).toEqual([])
  })

  it('is asked page by page once an answer failed: it may have been too much', async () => {
    const server = heldServer(100)
    const { ask, second } = await thirdOnItsWay(server)
    server.answer(18, new Error('429'))
    server.answer(9)
    await second
    await expect(ask(18)).rejects.toThrow('429')
    for (const start of [18, 27, 36]) {
      const page = ask(start)
      expect(server.open()).toEqual([start])
      server.answer(start)
      await page
    }
  })

  it('leaves no question behind where the reading ends between two pages', async () => {
    const server = heldServer(100)
    const { end, second } = await thirdOnItsWay(server)
    server.answer(9)
    await second
    end()
    expect(server.open()).toEqual([])
  })

  it('leaves no question behind where a person stops it', async () => {
    const server = heldServer(100)
    const { ask, cancel, second } = await thirdOnItsWay(server)
    server.answer(9)
    await second
    const third = ask(18)
    cancel()
    await expect(third).rejects.toThrow(DOMException)
    expect(server.open()).toEqual([])
  })
})

it('a list of which one page alone is wanted is not asked ahead', async () => {
  const server = heldServer(100)
  for (const start of [0, 9, 18]) {
    const page = askAhead(undefined, { start, limit: LIMIT }, server.fetchPage, new AbortController().signal)
    expect(server.open()).toEqual([start])
    server.answer(start)
    await page
  }
})

/** Reads a list whose pages are answered in any order, and which changes before an answer is made. */
const readChanging = async (delays: readonly number[], changes: readonly number[]) => {
  const ids = idsUpTo(60)
  const always = new Set(ids)
  let asked = 0
  let added = 0
  const change = (at: number) => {
    const place = Math.floor(Math.abs(at) * ids.length)
    if (at < 0) for (const id of ids.splice(place, 2)) always.delete(id)
    else ids.splice(place, 0, `new ${String((added += 1))}`, `new ${String((added += 1))}`)
  }
  const fetchPage = async (param: Param): Promise<Page<Row>> => {
    const turn = asked++
    for (let wait = delays[turn % delays.length] ?? 0; wait > 0; wait -= 1) await Promise.resolve()
    const at = changes[turn]
    if (at !== undefined) change(at)
    return pageOf(ids, param)
  }
  const list = nothingAdded()
  const rest = new AbortController().signal
  for (let next: PageAsk | null = list.next; next !== null; next = list.next) {
    addPage(list, await askAhead(rest, { start: next.start, limit: LIMIT }, fetchPage, rest), next)
  }
  const found = new Set(list.rows.map(({ id }) => id))
  return { list, missing: [...always].filter((id) => !found.has(id)) }
}

it('no row that was there all the time is passed over without a word, in whatever order pages are answered', async () => {
  const change = fc.double({ min: -1, max: 1, noNaN: true, maxExcluded: true, minExcluded: true })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 12 }),
      fc.array(change, { maxLength: 12 }),
      async (delays, changes) => {
        const { list, missing } = await readChanging(delays, changes)
        expect(list.fault === null ? missing : []).toEqual([])
      },
    ),
    { numRuns: 300 },
  )
})
