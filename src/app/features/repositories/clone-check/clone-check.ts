import type { MirrorServer } from '#contract/mirror-server.ts'
import type { ProbeResult } from '#contract/probe.ts'
import type { Repository } from '#contract/repository.ts'
import type { HealthThresholds } from '#health/mirror-verdict.ts'
import type { ProblemKind } from '#app/api/problem.ts'
import type { Tone } from '#app/ui/page/state-mark.tsx'

/** Something that was read, is being read or could not be read. Only the first says anything about the thing itself. */
export type Reading<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'failed'; readonly problem: ProblemKind }
  | { readonly kind: 'not-yet' }

/** Everything the checks judge by. All of it was read already: a check sends nothing. */
export type CloneFacts = {
  readonly repository: Reading<Pick<Repository, 'state' | 'archived' | 'project'>>
  readonly mirror: MirrorServer
  readonly probe: Reading<ProbeResult>
  /** The upstream's time, epoch ms. */
  readonly upstreamNow: number
  /** How far the upstream's clock is ahead of this browser's, in ms; `null` where it is not known. */
  readonly upstreamOffsetMs: number | null
  /** How far the gateway's clock is ahead of this browser's, in ms; `null` before a mirror was asked. */
  readonly gatewayOffsetMs: number | null
  readonly thresholds: HealthThresholds
}

/**
 * What a check found. `unknown` could not be judged; `skipped` needs an answer that an earlier check says is missing.
 * Neither is ever taken for a failure.
 */
export type Verdict = 'passed' | 'failed' | 'doubtful' | 'unknown' | 'skipped'

/** What a rule finds: its verdict, what it is judged by, and what to do where something is to be done. */
export type Finding = {
  readonly verdict: Verdict
  readonly evidence: string
  readonly nextStep?: string
}

const finding =
  (verdict: Verdict) =>
  (evidence: string, nextStep?: string): Finding =>
    nextStep === undefined ? { verdict, evidence } : { verdict, evidence, nextStep }

/** Makes a finding of each verdict. */
export const found = {
  passed: finding('passed'),
  failed: finding('failed'),
  doubtful: finding('doubtful'),
  unknown: finding('unknown'),
  skipped: finding('skipped'),
} satisfies Record<Verdict, unknown>

/** One rule: the claim that holds when all is well, and how it is judged. */
export type CloneRule = { readonly claim: string; readonly judge: (facts: CloneFacts) => Finding }

/** One check as it is shown. */
export type CloneCheck = Finding & { readonly claim: string }

/** The word and the tone of each verdict. */
export const verdictWords: Record<Verdict, { readonly word: string; readonly tone: Tone }> = {
  passed: { word: 'Yes', tone: 'good' },
  failed: { word: 'No', tone: 'bad' },
  doubtful: { word: 'Doubtful', tone: 'attention' },
  unknown: { word: 'Not known', tone: 'unknown' },
  skipped: { word: 'Not judged', tone: 'off' },
}
