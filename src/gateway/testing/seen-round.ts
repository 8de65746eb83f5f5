import type { VerdictKind } from '#health/mirror-verdict.ts'
import type { Round } from '#gateway/watch/observation.ts'

/** A round in which mirrors had these verdicts, and answered in `tookMs` with a clock that differs by so much. */
export const seenRound = (
  at: number,
  verdicts: Readonly<Record<string, VerdictKind>>,
  {
    tookMs,
    clockDifferenceMs,
  }: { readonly tookMs: number | null; readonly clockDifferenceMs: number | null } = {
    tookMs: 20,
    clockDifferenceMs: 0,
  },
): Round => ({
  at,
  observations: Object.entries(verdicts).map(([mirrorId, verdict]) => ({
    mirrorId,
    verdict,
    tookMs,
    clockDifferenceMs,
  })),
})
