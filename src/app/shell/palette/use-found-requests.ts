import { foldedText } from '#app/text/folded-text.ts'
import { useMemo } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { type ListReading, isComing } from '#app/api/reading/list-reading.ts'
import { useListReading } from '#app/api/reading/use-list-reading.ts'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { searchedRows, searchedText } from '#app/ui/table/searched-rows.ts'

/** Found requests that are worth reading on for; the palette shows fewer. */
const ENOUGH = 20

/** Everything that an address has behind its scheme, which most have in common. */
const behindScheme = (address: string | null): string | null =>
  address?.replace(/^[a-z][a-z0-9+.-]*:\/*/i, '') ?? null

/** By what a request is found: the name of its mirror, both ids and the host. */
export const requestTexts = ({ mirrorName, mirrorId, id, mirrorBaseUrl }: MirroringRequest) => [
  mirrorName,
  mirrorId,
  id,
  behindScheme(mirrorBaseUrl),
]

const NONE: readonly MirroringRequest[] = []

/**
 * The mirroring requests, of all states, that hold every word of `searched`. Whoever may not read requests finds none, and
 * is told nothing of it.
 *
 * @param isWanted whether something is searched for at all.
 */
export const useFoundRequests = (
  searched: string,
  isWanted: boolean,
): {
  readonly found: readonly MirroringRequest[]
  readonly read: number
  readonly reading: ListReading | null
  /** Whether their first page is being read. */
  readonly isFirst: boolean
} => {
  const query = usePagedList({ ...requestsQuery(null), enabled: isWanted })
  const rows = isWanted ? query.data?.rows : undefined
  const found = useMemo(() => {
    const words = foldedText(searched).split(' ')
    const rarest = words.reduce((longest, word) => (word.length > longest.length ? word : longest))
    const having = searchedRows(rows ?? NONE, rarest, requestTexts)
    // One word may be an address, which is found by what it leads to.
    if (words.length === 1) return having.slice(0, ENOUGH)
    return having
      .filter((request) => {
        const text = searchedText(requestTexts(request))
        return words.every((word) => text.includes(word))
      })
      .slice(0, ENOUGH)
  }, [rows, searched])
  const { reading } = useListReading(query, isWanted && found.length < ENOUGH, true)
  const isSaid = isComing(reading) || reading.kind === 'failed'
  return {
    found,
    read: rows?.length ?? 0,
    reading: isWanted && isSaid ? reading : null,
    isFirst: query.data === undefined && query.isFetching,
  }
}
