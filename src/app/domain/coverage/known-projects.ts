import type { PagedList } from '#app/api/paged-list.ts'
import { isWhole } from '#app/api/presence.ts'
import { type ProblemKind, problemOf } from '#app/api/problem.ts'

/** Problems with the list of projects after which they are known through repositories: asking again changes nothing. */
const REFUSALS: ReadonlySet<ProblemKind> = new Set([
  'not-permitted',
  'not-found',
  'no-mirroring',
  'not-bitbucket',
  'unreadable',
  'invalid',
])

/** Why Bitbucket's list of projects is not to be had; `null` where it was read, or may be read by asking again. */
export const listRefusalOf = ({
  data,
  error,
}: {
  readonly data: unknown
  readonly error: unknown
}): ProblemKind | null => {
  if (data !== undefined || error === null) return null
  const { kind } = problemOf(error)
  return REFUSALS.has(kind) ? kind : null
}

/** Whether the list has every project that the person may see. One that changed while it was read may lack some. */
export const hasEveryProject = (list: PagedList<unknown> | undefined): boolean =>
  list !== undefined && isWhole(list) && list.hasChanged !== true
