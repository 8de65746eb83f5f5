import * as v from 'valibot'
import type { Page } from '#contract/page.ts'
import { NO_PAGES, stepAfter } from '#contract/paging.ts'
import { parseJson } from '#contract/parse-json.ts'
import type { Credential } from '#gateway/session/open-session.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { answerProblem } from './answer-problem.ts'
import { refusalIn } from './refusal-in.ts'
import type { UpstreamFetch } from './upstream-fetch.ts'
import { UpstreamRefusal } from './upstream-refusal.ts'

/** Pages read at most: with 100 rows each, more rows than any installation has mirrors. */
const MAX_PAGES = 50

/** A list as the upstream sent it, each row once. */
export type WholeList<Row> = {
  readonly rows: readonly Row[]
  /** Whether it was read to its end and every row could be read: only then is absence from it a fact. */
  readonly isWhole: boolean
  /** The upstream's clock minus the gateway's, in ms, by the `Date` of the last page; `null` without one. */
  readonly clockDifferenceMs: number | null
}

/**
 * Reads one page, with the `Date` of the answer.
 *
 * @throws GatewayError, or UpstreamRefusal with the upstream's own refusal.
 */
export const readPage = async <Row>(
  fetchUpstream: UpstreamFetch,
  schema: v.GenericSchema<unknown, Page<Row>>,
  request: Request,
): Promise<{ readonly page: Page<Row>; readonly date: string | null }> => {
  const response = await fetchUpstream(request)
  const problem = answerProblem({ status: response.status, header: (name) => response.headers.get(name) })
  if (problem !== null) throw problem
  const text = await response.text()
  if (!response.ok) {
    throw refusalIn(response, text) === null
      ? new GatewayError('upstream-not-json')
      : new UpstreamRefusal(response, text)
  }
  try {
    return { page: v.parse(schema, parseJson(text)), date: response.headers.get('date') }
  } catch {
    // The cause is left out: it would carry pieces of the answer, and signed links can be in it.
    throw new GatewayError('upstream-not-json')
  }
}

/**
 * Reads a list over all its pages with the caller's credential.
 *
 * @param address of the list, without a query; `query` stands before the paging in it.
 * @throws GatewayError, or UpstreamRefusal with the upstream's own refusal.
 */
export const readWholeList = async <Row>(options: {
  readonly fetchUpstream: UpstreamFetch
  readonly address: string
  readonly query?: Readonly<Record<string, string>>
  readonly schema: v.GenericSchema<unknown, Page<Row>>
  readonly idOf: (row: Row) => string
  readonly credential: Credential
  readonly signal: AbortSignal
  readonly now: () => number
}): Promise<WholeList<Row>> => {
  const { fetchUpstream, address, query, schema, idOf, credential, signal, now } = options
  const rows: Row[] = []
  const ids = new Set<string>()
  let clockDifferenceMs: number | null = null
  let start = 0
  let progress = NO_PAGES
  let isReadable = true
  while (progress.pages < MAX_PAGES) {
    const search = new URLSearchParams({ start: String(start), limit: '100', ...query }).toString()
    const headers = { accept: 'application/json', ...credential }
    const request = new Request(`${address}?${search}`, { headers, signal })
    const { page, date } = await readPage(fetchUpstream, schema, request)
    const time = date === null ? Number.NaN : Date.parse(date)
    if (!Number.isNaN(time)) clockDifferenceMs = time - now()
    const fresh = page.values.filter((row) => ids.size < ids.add(idOf(row)).size)
    rows.push(...fresh)
    isReadable &&= page.unreadable.length === 0
    const step = stepAfter(page, start, fresh.length, progress)
    if (step.kind !== 'next') {
      return { rows, isWhole: isReadable && step.kind === 'done', clockDifferenceMs }
    }
    ;({ start, progress } = step)
  }
  return { rows, isWhole: false, clockDifferenceMs }
}
