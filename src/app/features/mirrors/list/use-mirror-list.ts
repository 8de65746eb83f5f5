import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { sightsQuery } from '#app/domain/mirror/mirror-checks.ts'
import { NO_SIGHTS } from '#health/mirror-sight.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { preferredMirrorQuery } from '#app/domain/preference/preferred-mirror.ts'
import { upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'
import { useIsWatched } from '#app/domain/history/use-is-watched.ts'
import { useAwaited, useIsChecking, useMirrorVerdicts } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { verdictRank } from '#app/domain/mirror/verdict-counts.ts'
import { useIsGathering } from '#app/browser/use-is-gathering.ts'
import { useWhileSettled } from '#app/browser/use-while-settled.ts'
import { useUpstreamClock } from '#app/domain/upstream/use-upstream-clock.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { VerdictKind } from '#health/mirror-verdict.ts'
import { isWrong } from '#health/verdict-severity.ts'
import { searchedRows } from '#app/ui/table/searched-rows.ts'
import { useNameDoubts } from '#app/ui/untrusted/use-name-doubts.ts'
import { useBehind } from './use-behind.ts'
import { verdictFilterOf } from './verdict-filter.ts'
import { mirrorColumns } from './mirror-columns.tsx'

const textsOf = ({ name, id, baseUrl }: MirrorServer) => [name, id, baseUrl]
const namedOf = ({ id, name }: MirrorServer) => [id, name] as const

/** What the list of mirrors is made of: for the list itself and for the way from one mirror to the next in it. */
export const useMirrorList = (params: URLSearchParams, isDetailed = false) => {
  const query = useQuery(mirrorsQuery)
  const { offsetMs, note } = useUpstreamClock()
  const { data: preferred } = useQuery(preferredMirrorQuery)
  const { data: upstream } = useQuery(upstreamVersionQuery)
  const mirrors = query.data?.rows
  const doubts = useNameDoubts(mirrors, namedOf)
  const verdicts = useMirrorVerdicts()
  const isWatched = useIsWatched()
  const behind = useBehind()
  const { data: sights = NO_SIGHTS } = useQuery({ ...sightsQuery, enabled: false })
  const awaited = useAwaited(verdicts)
  const isGathering = useIsGathering(mirrors === undefined ? null : awaited.size)
  const { dataUpdatedAt: readAt } = query
  const late = useWhileSettled(
    useMemo(() => ({ awaited, readAt }), [awaited, readAt]),
    isGathering,
  )
  const ranks = useMemo(() => {
    // One that is late stands where it is going to stand if it does not answer in time; if it does, it keeps that place
    // until the list is read again.
    const isLate = (id: string, kind: VerdictKind) =>
      awaited.has(id) || (late.readAt === readAt && late.awaited.has(id) && !isWrong(kind))
    return new Map(
      [...verdicts].map(([id, { kind }]) => [id, verdictRank(isLate(id, kind) ? 'timed-out' : kind)]),
    )
  }, [verdicts, awaited, late, readAt])
  // While later answers come in, rows keep their places.
  const order = useWhileSettled(ranks, !useIsChecking() || isGathering)
  const preferredId = preferred?.id ?? null
  const upstreamVersion = upstream?.version ?? null
  const listQuery = params.toString()
  const columns = useMemo(
    () =>
      mirrorColumns({
        preferredId,
        offsetMs,
        upstreamVersion,
        verdicts,
        isDetailed,
        listQuery,
        doubts,
        isWatched,
        behind,
        // Not before there are rows: their skeleton would become another one.
        mirrors: isGathering ? undefined : mirrors,
        sights,
      }),
    [
      preferredId,
      offsetMs,
      upstreamVersion,
      verdicts,
      isDetailed,
      listQuery,
      doubts,
      isWatched,
      behind,
      isGathering,
      mirrors,
      sights,
    ],
  )
  const search = params.get('search') ?? ''
  const kind = verdictFilterOf(params)
  const rows = useMemo(() => {
    const found = mirrors && searchedRows(mirrors, search, textsOf)
    const rankOf = ({ id }: MirrorServer) => order.get(id) ?? verdictRank('unknown')
    if (isGathering) return undefined
    return found
      ?.filter(({ id }) => kind === null || verdicts.get(id)?.kind === kind)
      .toSorted((one, other) => rankOf(one) - rankOf(other))
  }, [mirrors, search, kind, verdicts, order, isGathering])
  return { query, rows, columns, doubts, verdicts, kind, note }
}
