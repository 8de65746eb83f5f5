import { operations } from '#contract/operations.ts'
import type { RequestState } from '#contract/mirroring-request.ts'
import { NO_PAGES, stepAfter } from '#contract/paging.ts'
import type { MirrorSource } from '#gateway/mirrors/read-mirrors.ts'
import { readPage } from '#gateway/upstream/read-whole-list.ts'

/** Mirroring requests that wait for somebody to decide. */
export type PendingRequests = {
  readonly count: number
  /** Of those that were read, each once. */
  readonly ids: readonly string[]
  /** Whether these are all; otherwise there are at least so many. */
  readonly isAll: boolean
}

const PENDING: RequestState = 'PENDING'

/** Rows of one page, as many as Bitbucket gives at most by default. */
const ROWS = 100

/** How long it may take, in ms: the mirrors are asked meanwhile, and what was found of them must not wait for it. */
const TIMEOUT_MS = 5000

/**
 * Counts the mirroring requests that wait, on the first page alone. It never rejects: `null` where they are not listed
 * to this account, or could not be read in time.
 *
 * @param authorization of the account that watches.
 */
export const readPendingRequests = async (
  { upstream, fetchUpstream }: Pick<MirrorSource, 'upstream' | 'fetchUpstream'>,
  authorization: string,
  signal: AbortSignal,
): Promise<PendingRequests | null> => {
  const { path, result } = operations.listRequests
  const search = new URLSearchParams({ start: '0', limit: String(ROWS), state: PENDING }).toString()
  try {
    const request = new Request(`${upstream}${path}?${search}`, {
      headers: { accept: 'application/json', authorization },
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    const { page } = await readPage(fetchUpstream, result, request)
    // A server that does not know the parameter lists those that were decided, too.
    const ids = new Set(page.values.flatMap(({ id, state }) => (state === PENDING ? [id] : [])))
    const isWhole = stepAfter(page, 0, page.values.length, NO_PAGES).kind === 'done'
    return { count: ids.size, ids: [...ids], isAll: isWhole && page.unreadable.length === 0 }
  } catch {
    return null
  }
}
