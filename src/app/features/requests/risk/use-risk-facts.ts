import { useQuery } from '@tanstack/react-query'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { isComing } from '#app/api/reading/list-reading.ts'
import { useListReading } from '#app/api/reading/use-list-reading.ts'
import { useMemo } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'
import type { PagedList } from '#app/api/paged-list.ts'
import { isWhole } from '#app/api/presence.ts'
import { type Claim, type ClaimIndex, claimIndexOf } from './claim-index.ts'
import type { Reading, RiskFacts } from './risk-facts.ts'

/** How old the list of pending requests may be for a count of them, in ms: reading it again costs all its pages. */
const PENDING_FRESH_MS = 60_000

const claimOfMirror = ({ id, name, baseUrl }: MirrorServer): Claim => ({
  rowId: id,
  mirrorId: id,
  name,
  address: baseUrl,
})

const claimOfRequest = ({ id, mirrorId, mirrorName, mirrorBaseUrl }: MirroringRequest): Claim => ({
  rowId: id,
  mirrorId,
  name: mirrorName,
  address: mirrorBaseUrl,
})

const indexOf = <Row>(list: PagedList<Row>, claimOf: (row: Row) => Claim): ClaimIndex =>
  claimIndexOf(list.rows.map(claimOf), isWhole(list))

const readingOf = <Value>(value: Value | undefined, isError: boolean): Reading<Value> => {
  if (value !== undefined) return { kind: 'known', value }
  return { kind: isError ? 'failed' : 'reading' }
}

/** Reads what requests are judged by, each fact on its own: one that fails makes only its own checks unknown. */
export const useRiskFacts = (): RiskFacts => {
  const { data: session } = useQuery(sessionQuery)
  const version = useQuery(upstreamVersionQuery)
  const mirrors = useQuery(mirrorsQuery)
  const pending = usePagedList({
    ...requestsQuery('PENDING'),
    staleTime: PENDING_FRESH_MS,
  })
  // A request may be the second of its kind: only the whole list can say that it is not.
  const { reading } = useListReading(pending, true)
  const isPart = isComing(reading)
  const mirrorIndex = useMemo(() => mirrors.data && indexOf(mirrors.data, claimOfMirror), [mirrors.data])
  const pendingIndex = useMemo(
    () => (isPart ? undefined : pending.data && indexOf(pending.data, claimOfRequest)),
    [isPart, pending.data],
  )
  const upstream = session?.upstream ?? null
  return useMemo(
    () => ({
      upstream,
      upstreamVersion: readingOf(version.data?.version, version.isError),
      mirrors: readingOf(mirrorIndex, mirrors.isError),
      pending: readingOf(pendingIndex, pending.data === undefined && pending.error !== null),
    }),
    [
      upstream,
      version.data,
      version.isError,
      mirrorIndex,
      mirrors.isError,
      pendingIndex,
      pending.data,
      pending.error,
    ],
  )
}
