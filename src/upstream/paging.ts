import type { Exchange } from './exchange.ts'
import { limitPage, mostRowsOf, placedRows } from './list-behaviour.ts'
import { badRequest } from './rest-failure.ts'
import type { Rows } from './rows.ts'

const DEFAULT_LIMIT = 25
const MAX_LIMIT = 1000

const wholeNumber = (query: URLSearchParams, name: string, byDefault: number, least: number): number => {
  const text = query.get(name)
  if (text === null || text === '') return byDefault
  const number = /^\d{1,15}$/.test(text) ? Number(text) : -1
  if (number < least) throw badRequest(`The parameter "${name}" is not a number of ${least} or more.`)
  return number
}

/**
 * Where the page that is asked for starts.
 *
 * @throws RestFailure 400 when it is no number.
 */
export const startOf = (query: URLSearchParams): number => wholeNumber(query, 'start', 0, 0)

/** A page on the wire. On the last page `nextPageStart` is left out. */
type WirePage = {
  readonly size: number
  readonly limit: number
  readonly isLastPage: boolean
  readonly values: readonly unknown[]
  readonly start: number
  readonly nextPageStart?: number
}

/**
 * One page of `given`, by the query's `start` and `limit` (25, at most 1000: more is lowered). Rows that the caller
 * may not see, and holes, keep their index, so the next page may start further on than this one ended.
 *
 * @throws RestFailure 400 when `start` or `limit` is no number, 429 where lists are limited.
 */
export const pageOf = <Row>(
  given: Rows<Row>,
  { query, world, now }: Pick<Exchange, 'query' | 'world' | 'now'>,
  isVisible: (row: Row) => boolean,
  wireOf: (row: Row) => unknown,
): WirePage => {
  const { lists } = world.settings
  const start = startOf(query)
  const limit = Math.min(wholeNumber(query, 'limit', DEFAULT_LIMIT, 1), mostRowsOf(lists, MAX_LIMIT))
  if (lists === 'limited' && start > 0) limitPage(world.listMemory, now)
  const rows = placedRows(given, lists)
  const values: unknown[] = []
  let next: number | null = null
  for (let index = start; index < rows.size && next === null; index++) {
    const row = rows.at(index)
    if (row === undefined || !isVisible(row)) continue
    if (values.length < limit) values.push(wireOf(row))
    else next = index
  }
  const page = { size: values.length, limit, isLastPage: next === null, values, start }
  return next === null ? page : { ...page, nextPageStart: next }
}
