import type { HistorySpan } from '#contract/history.ts'
import { type VerdictKind, VERDICTS } from '#health/mirror-verdict.ts'
import { isWrong } from '#health/verdict-severity.ts'
import { verdictOfSpan } from './verdict-of-span.ts'

/** A time in which something was wrong with one mirror, without a break. */
export type Trouble = {
  /** The worst that was seen in it. */
  readonly kind: VerdictKind
  /** Epoch ms. Where it is not known when it began, it began at this time or before. */
  readonly from: number
  readonly isStartKnown: boolean
  /** When it was seen last, epoch ms, or when it ended. */
  readonly to: number
  /** `unwatched`: it was not seen to end; nobody watched any more. */
  readonly end: 'ended' | 'ongoing' | 'unwatched'
}

const worst = (one: VerdictKind, other: VerdictKind): VerdictKind =>
  VERDICTS.indexOf(other) < VERDICTS.indexOf(one) ? other : one

/**
 * What was wrong with a mirror, in order. Spans that follow each other without a break and are all wrong are one
 * trouble, whatever its kind becomes meanwhile.
 *
 * @param lastRoundAt when the watch saw the fleet last, epoch ms: what is as new still goes on.
 */
export const troublesOf = (spans: readonly HistorySpan[], lastRoundAt: number | null): readonly Trouble[] => {
  const troubles: Trouble[] = []
  for (const [index, span] of spans.entries()) {
    const kind = verdictOfSpan(span)
    if (!isWrong(kind)) continue
    const before = spans[index - 1]
    const after = spans[index + 1]
    const isJoined = before?.to === span.from
    const end =
      after?.from === span.to
        ? 'ended'
        : after === undefined && span.to === lastRoundAt
          ? 'ongoing'
          : 'unwatched'
    const last = troubles.at(-1)
    if (isJoined && last !== undefined && last.to === span.from) {
      troubles[troubles.length - 1] = { ...last, kind: worst(last.kind, kind), to: span.to, end }
    } else {
      troubles.push({ kind, from: span.from, isStartKnown: isJoined, to: span.to, end })
    }
  }
  return troubles
}
