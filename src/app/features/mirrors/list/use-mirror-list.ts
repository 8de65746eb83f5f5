import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useHealthThresholds } from '#app/domain/mirror/health-thresholds.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { preferredMirrorQuery } from '#app/domain/preference/preferred-mirror.ts'
import { upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'
import { useMirrorHealths } from '#app/domain/mirror/use-mirror-healths.ts'
import { useUpstreamClock } from '#app/domain/upstream/use-upstream-clock.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { searchedRows } from '#app/ui/table/searched-rows.ts'
import { useNameDoubts } from '#app/ui/untrusted/use-name-doubts.ts'
import { healthFilterOf } from './health-filter.ts'
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
  const healths = useMirrorHealths(mirrors, offsetMs)
  const thresholds = useHealthThresholds()
  const preferredId = preferred?.id ?? null
  const upstreamVersion = upstream?.version ?? null
  const listQuery = params.toString()
  const columns = useMemo(
    () =>
      mirrorColumns({ preferredId, offsetMs, upstreamVersion, thresholds, isDetailed, listQuery, doubts }),
    [preferredId, offsetMs, upstreamVersion, thresholds, isDetailed, listQuery, doubts],
  )
  const search = params.get('search') ?? ''
  const health = healthFilterOf(params)
  const rows = useMemo(() => {
    const found = mirrors && searchedRows(mirrors, search, textsOf)
    return health === null ? found : found?.filter(({ id }) => healths.get(id) === health)
  }, [mirrors, search, health, healths])
  return { query, rows, columns, doubts, healths, health, note }
}
