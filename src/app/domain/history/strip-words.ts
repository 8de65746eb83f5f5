import type { HistorySpan } from '#contract/history.ts'
import { verdictWords } from '#app/domain/mirror/verdict-words.ts'
import { durationOf } from '#app/text/duration.ts'
import { type VerdictKind, VERDICTS } from '#health/mirror-verdict.ts'
import { verdictOfSpan } from './verdict-of-span.ts'

/** Times shorter than this are not told as unwatched, in ms: rounds are not a second apart. */
const BRIEF_MS = 120_000

/**
 * What a strip shows, as a sentence: how long each verdict held, the worst first, then how long nobody watched.
 *
 * @param range epoch ms.
 */
export const stripWords = (
  spans: readonly HistorySpan[],
  range: { readonly from: number; readonly to: number },
): string => {
  const lengths = new Map<VerdictKind, number>()
  let watched = 0
  for (const span of spans) {
    const length = Math.min(span.to, range.to) - Math.max(span.from, range.from)
    if (length < 0) continue
    const kind = verdictOfSpan(span)
    lengths.set(kind, (lengths.get(kind) ?? 0) + length)
    watched += length
  }
  const told = VERDICTS.flatMap((kind) => {
    const length = lengths.get(kind)
    if (length === undefined) return []
    // One look says nothing of how long it held.
    const held = length === 0 ? 'seen once' : `for ${durationOf(length)}`
    return [`${verdictWords[kind].toLowerCase()} ${held}`]
  })
  const unwatched = range.to - range.from - watched
  if (unwatched > BRIEF_MS) told.push(`not watched for ${durationOf(unwatched)}`)
  const [first = 'not watched', ...rest] = told
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ')
}
