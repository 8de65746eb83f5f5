import type { Behind } from '#contract/history.ts'
import { type CountedLag, NOTHING_COUNTED } from './counted-lag.ts'
import { quantileOf } from './lag-histogram.ts'
import type { OpenLag } from './open-lag.ts'
import { slowestOf } from './slowest.ts'

/** What is known of how far one mirror is behind. */
export type LagEvidence = {
  /** What was counted in the time asked for; `null` for nothing. */
  readonly webhook: CountedLag | null
  readonly canary: CountedLag | null
  readonly open: readonly OpenLag[]
  /** Whether Bitbucket reports what this mirror synchronizes, as far as it is known, and has done so lately. */
  readonly isReported: boolean
  /** Whether the mirror was found to copy a canary, and canaries are looked at. */
  readonly isLookedAt: boolean
  /** Whether the time asked for reaches to the present, and the mirror is not disabled. */
  readonly isPresent: boolean
}

/** A change that a mirror was not asked about for so long keeps it from being called up to date, in ms. */
const UNASKED_MS = 180_000

/** @param now epoch ms, by the gateway's clock. */
const nowOf = (evidence: LagEvidence, kind: Behind['kind'], now: number): number | null => {
  const isKnown = kind === 'webhook' ? evidence.isReported : evidence.isLookedAt
  if (!isKnown || !evidence.isPresent) return null
  const waits = evidence.open.filter((open) => open.kind === kind).map(({ toldAt }) => now - toldAt)
  if (waits.length > 0) return Math.max(0, ...waits)
  const isUnasked = evidence.open.some(
    ({ kind: own, toldAt }) => own === 'pending' && now - toldAt > UNASKED_MS,
  )
  return kind === 'canary' && isUnasked ? null : 0
}

/**
 * How far a mirror is behind: by what Bitbucket reports where it does, else by canaries; `null` where nothing is known.
 *
 * @param now epoch ms, by the gateway's clock.
 */
export const behindOf = (evidence: LagEvidence, now: number): Behind | null => {
  const kinds = [
    ...(evidence.isReported ? (['webhook'] as const) : []),
    ...(evidence.isLookedAt || evidence.canary !== null ? (['canary'] as const) : []),
    ...(evidence.webhook === null ? [] : (['webhook'] as const)),
  ]
  const [kind] = kinds
  if (kind === undefined) return null
  const { histogram, slowest } = evidence[kind] ?? NOTHING_COUNTED
  const waiting = evidence.isPresent
    ? evidence.open
        .filter((open) => open.kind === kind)
        .map(({ repositoryId, toldAt }) => ({ repositoryId, ms: Math.max(0, now - toldAt) }))
    : []
  // The end of a bucket may be longer than anything that was counted.
  const longest = slowest[0]?.ms ?? 0
  const within = (share: number): number | null => {
    const ms = quantileOf(histogram, share)
    return ms === null ? null : Math.min(ms, longest)
  }
  return {
    kind,
    nowMs: nowOf(evidence, kind, now),
    p50Ms: within(0.5),
    p95Ms: within(0.95),
    slowest: slowestOf([...slowest, ...waiting]),
  }
}
