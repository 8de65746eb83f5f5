import { useQuery } from '@tanstack/react-query'
import { isComing as mayStillCome } from '#app/api/reading/list-reading.ts'
import { useMemo } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'
import type { PagedList } from '#app/api/paged-list.ts'
import { isWhole } from '#app/api/presence.ts'
import { type Claim, type ClaimIndex, claimIndexOf } from './claim-index.ts'
import type { Reading, RiskFacts } from './risk-facts.ts'
import { usePendingRequests } from './use-pending-requests.ts'

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
  const { query: pending, control } = usePendingRequests()
  // What is still to come may be what speaks against a request: nothing is judged by a part of the list before.
  const isComing = mayStillCome(control.reading)
  const mirrorIndex = useMemo(() => mirrors.data && indexOf(mirrors.data, claimOfMirror), [mirrors.data])
  const pendingList = isComing ? undefined : pending.data
  const pendingIndex = useMemo(() => pendingList && indexOf(pendingList, claimOfRequest), [pendingList])
  const isPendingRefused = pending.error !== null
  const upstream = session?.upstream ?? null
  return useMemo(
    () => ({
      upstream,
      upstreamVersion: readingOf(version.data?.version, version.isError),
      mirrors: readingOf(mirrorIndex, mirrors.isError),
      pending: readingOf(pendingIndex, !isComing && isPendingRefused),
    }),
    [
      upstream,
      version.data,
      version.isError,
      mirrorIndex,
      mirrors.isError,
      pendingIndex,
      isComing,
      isPendingRefused,
    ],
  )
}
