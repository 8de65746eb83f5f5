import { isWhole, type Listing } from '#app/api/presence.ts'
import { paths } from '#app/paths.ts'
import { numberText } from '#app/text/number-text.ts'
import { counted } from '#app/text/counted.ts'
import type { PageCount } from './page-counts.ts'

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
