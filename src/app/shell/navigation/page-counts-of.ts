import { isWhole, type Listing } from '#app/api/presence.ts'
import { paths } from '#app/paths.ts'
import { numberText } from '#app/text/number-text.ts'
import { counted } from '#app/text/counted.ts'
import type { PageCount } from './page-counts.ts'

/** Pages that show nothing without the list of mirrors, and without that of requests. */
const OF_MIRRORS = [paths.mirrors, paths.coverage]
const OF_REQUESTS = [paths.requests, paths.activity]

const REFUSAL: PageCount = {
  text: 'no access',
  words: 'your account may not use this page',
  isRefusal: true,
}

/**
 * The pages that Bitbucket refuses to the account, as far as it was asked. A page that has no mark may be refused too: it
 * says so itself, as these do.
 *
 * @param mirrors whether the list of mirrors was refused, and `requests` that of requests.
 */
export const pageRefusalsOf = (mirrors: boolean, requests: boolean): ReadonlyMap<string, PageCount> =>
  new Map([...(mirrors ? OF_MIRRORS : []), ...(requests ? OF_REQUESTS : [])].map((page) => [page, REFUSAL]))

const countOf = (count: number, isAll: boolean, words: string): PageCount => ({
  text: isAll ? numberText(count) : `${numberText(count)}+`,
  words: isAll ? words : `at least ${words}`,
})

/**
 * What the navigation counts: requests that wait, and mirrors that need attention. Of a list that was not read nothing
 * is counted, of one that may be longer "at least". Zero is no count: it would say that there is none.
 *
 * @param requests those that wait; `undefined` where they were not read, or may not be.
 * @param mirrors the list of mirrors; `undefined` where it was not read.
 * @param wrong how many of them need attention and are not silenced.
 */
export const pageCountsOf = (
  requests: Listing<unknown> | undefined,
  mirrors: Listing<unknown> | undefined,
  wrong: number,
): ReadonlyMap<string, PageCount> => {
  const counts = new Map<string, PageCount>()
  const waiting = requests?.rows.length ?? 0
  if (requests !== undefined && waiting > 0) {
    counts.set(paths.requests, countOf(waiting, isWhole(requests), `${counted(waiting, 'request')} pending`))
  }
  if (mirrors !== undefined && wrong > 0) {
    const need = wrong === 1 ? 'needs' : 'need'
    counts.set(
      paths.mirrors,
      countOf(wrong, isWhole(mirrors), `${counted(wrong, 'mirror')} ${need} attention`),
    )
  }
  return counts
}
