import { useIsFetching, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { clockOffsetQuery } from '#app/domain/upstream/upstream.ts'
import { useHealthThresholds } from './health-thresholds.ts'
import { sightsQuery } from './mirror-checks.ts'
import { type HealthThresholds, type Verdict, verdictOf } from './mirror-verdict.ts'
import { type MirrorSights, NO_SIGHTS } from './mirror-sight.ts'
import { type MirrorList, mirrorsQuery } from './mirrors.ts'

/** Verdicts about mirrors, by id. */
export type Verdicts = ReadonlyMap<string, Verdict>

const addressKey = ({ baseUrl }: MirrorServer): string => (baseUrl ?? '').replace(/\/+$/, '').toLowerCase()

/** Addresses that more than one enabled mirror has. */
const sharedAddresses = (mirrors: readonly MirrorServer[]): ReadonlySet<string> => {
  const enabled = mirrors.filter((mirror) => mirror.enabled !== false && mirror.baseUrl !== null)
  const byAddress = Map.groupBy(enabled, addressKey)
  return new Set([...byAddress].flatMap(([address, found]) => (found.length > 1 ? [address] : [])))
}

/** The verdict about each mirror of a list that was read at `readAt` (epoch ms, this browser's clock). */
const verdictsOf = (
  list: MirrorList | undefined,
  facts: {
    readonly readAt: number
    readonly offsetMs: number
    readonly sights: MirrorSights
    readonly thresholds: HealthThresholds
  },
): Verdicts => {
  const mirrors = list?.rows ?? []
  const shared = sharedAddresses(mirrors)
  const seenBefore = new Map(list?.seenBefore.map((seen) => [seen.mirrorId, seen]))
  const { sights, ...rest } = facts
  return new Map(
    mirrors.map((mirror) => [
      mirror.id,
      verdictOf({
        ...rest,
        record: mirror,
        seenBefore: seenBefore.get(mirror.id) ?? null,
        sight: sights.get(mirror.id) ?? null,
        isAddressShared: shared.has(addressKey(mirror)),
      }),
    ]),
  )
}

/**
 * The verdict about each mirror, by id. Age is judged when Bitbucket's record is read: time alone changes none of them.
 *
 * @param isAsking whether this part has the lists read and the mirrors asked; otherwise it follows what others ask.
 */
export const useMirrorVerdicts = ({ isAsking = true } = {}): Verdicts => {
  const { data: mirrors, dataUpdatedAt: readAt } = useQuery({ ...mirrorsQuery, enabled: isAsking })
  const { data: offset } = useQuery({ ...clockOffsetQuery, enabled: isAsking })
  const { data: sights = NO_SIGHTS } = useQuery({ ...sightsQuery, enabled: isAsking })
  const thresholds = useHealthThresholds()
  const offsetMs = offset ?? 0
  return useMemo(
    () => verdictsOf(mirrors, { readAt, offsetMs, sights, thresholds }),
    [mirrors, readAt, offsetMs, sights, thresholds],
  )
}

/** The verdict about one mirror, whose record was read at `readAt` (epoch ms, this browser's clock). */
export const useMirrorVerdict = (mirror: MirrorServer, readAt: number): Verdict => {
  const { data: mirrors } = useQuery(mirrorsQuery)
  const { data: offset } = useQuery(clockOffsetQuery)
  const { data: sights = NO_SIGHTS } = useQuery(sightsQuery)
  const thresholds = useHealthThresholds()
  return verdictOf({
    record: mirror,
    // By the list here too: one mirror may have been read before it.
    seenBefore: mirrors?.seenBefore.find(({ mirrorId }) => mirrorId === mirror.id) ?? null,
    readAt,
    offsetMs: offset ?? 0,
    sight: sights.get(mirror.id) ?? null,
    isAddressShared: sharedAddresses(mirrors?.rows ?? []).has(addressKey(mirror)),
    thresholds,
  })
}

/** Whether mirrors are being asked for their status now, by the clock or by a click. */
export const useIsChecking = (): boolean => useIsFetching({ queryKey: sightsQuery.queryKey }) > 0
