import type { History } from '#contract/history.ts'
import type { VerdictKind } from '#health/mirror-verdict.ts'
import { type Trouble, troublesOf } from './troubles.ts'

/** That something went wrong with a mirror, or was over again. */
export type RecentChange = {
  readonly mirrorId: string
  readonly what: 'began' | 'ended'
  readonly kind: VerdictKind
  /** Epoch ms. */
  readonly at: number
  readonly trouble: Trouble
}

/**
 * What went wrong and what ended since a moment (epoch ms), the newest first. What the watch did not see begin or end is
 * no change: it may have been so all the time.
 */
export const recentChanges = ({ mirrors, lastRoundAt }: History, since: number): readonly RecentChange[] => {
  const changes: RecentChange[] = []
  for (const { mirrorId, spans } of mirrors) {
    for (const trouble of troublesOf(spans, lastRoundAt)) {
      const { kind, from, to, isStartKnown, end } = trouble
      if (isStartKnown) changes.push({ mirrorId, what: 'began', kind, at: from, trouble })
      if (end === 'ended') changes.push({ mirrorId, what: 'ended', kind, at: to, trouble })
    }
  }
  return changes.filter(({ at }) => at >= since).toSorted((one, other) => other.at - one.at)
}

/** How far back something counts as recent, in ms: 12 hours, a night. */
export const RECENT_MS = 43_200_000
