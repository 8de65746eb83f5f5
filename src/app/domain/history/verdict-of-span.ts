import type { HistorySpan } from '#contract/history.ts'
import { type VerdictKind, VERDICTS } from '#health/mirror-verdict.ts'

/** The verdict of a span; `unknown` for a word of a newer gateway. */
export const verdictOfSpan = ({ verdict }: HistorySpan): VerdictKind =>
  VERDICTS.find((kind) => kind === verdict) ?? 'unknown'
