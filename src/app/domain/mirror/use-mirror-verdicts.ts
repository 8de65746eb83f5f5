import { useIsFetching, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { clockOffsetQuery } from '#app/domain/upstream/upstream.ts'
import { useHealthThresholds } from './health-thresholds.ts'
import { sightsQuery } from './mirror-checks.ts'
import { addressKey, sharedAddresses, type Verdicts, verdictsOf } from '#health/fleet-verdicts.ts'
import { type Verdict, verdictOf } from '#health/mirror-verdict.ts'
import { NO_SIGHTS } from '#health/mirror-sight.ts'
import { mirrorsQuery } from './mirrors.ts'

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
    () =>
      verdictsOf(mirrors?.rows ?? [], {
        seenBefore: mirrors?.seenBefore ?? [],
        readAt,
        offsetMs,
        sights,
        thresholds,
      }),
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

/**
 * Which mirrors are being asked for the first time: those of which it is not known how they are, and is about to be. For
 * parts that have the mirrors asked; these know it from their first drawing on.
 */
export const useAwaited = (verdicts: Verdicts): ReadonlySet<string> => {
  const isChecking = useIsChecking()
  const { isFetching } = useQuery(sightsQuery)
  return useMemo(
    () =>
      new Set(
        [...verdicts].flatMap(([id, { kind }]) =>
          (isChecking || isFetching) && kind === 'not-checked' ? [id] : [],
        ),
      ),
    [verdicts, isChecking, isFetching],
  )
}
