import type { VerdictKind } from '#health/mirror-verdict.ts'

/** What one round of the watch found out about one mirror. */
export type Observation = {
  readonly mirrorId: string
  readonly verdict: VerdictKind
  /** How long the mirror took to answer this round, in ms; `null` when it did not answer. */
  readonly tookMs: number | null
  /** The mirror's clock minus Bitbucket's, in ms; `null` when no answer of this round said so. */
  readonly clockDifferenceMs: number | null
}

/** One round: what was found out at one time. */
export type Round = {
  /** Epoch ms, by the gateway's clock. */
  readonly at: number
  readonly observations: readonly Observation[]
}
