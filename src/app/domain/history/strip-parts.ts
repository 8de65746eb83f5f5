import type { HistorySpan } from '#contract/history.ts'
import { type Severity, severityOf } from '#health/verdict-severity.ts'
import { verdictOfSpan } from './verdict-of-span.ts'

/** A piece of a strip, in steps from its beginning; `null` where nobody watched. */
export type StripPart = {
  readonly at: number
  readonly steps: number
  readonly severity: Severity | null
}

/** Steps of one strip: a day in ten minutes each. */
export const STRIP_STEPS = 144

const WORST_FIRST: readonly Severity[] = ['bad', 'attention', 'unknown', 'busy', 'off', 'good']

const worse = (one: Severity | null, other: Severity): Severity =>
  one === null || WORST_FIRST.indexOf(other) < WORST_FIRST.indexOf(one) ? other : one

/**
 * A time (epoch ms) in equal steps, each with the worst that was seen in it, so that a short failure stays visible in a
 * month; neighbours that are alike are one part. A step in which nobody watched is a gap, whatever stands around it.
 */
export const stripParts = (
  spans: readonly HistorySpan[],
  { from, to }: { readonly from: number; readonly to: number },
  count = STRIP_STEPS,
): readonly StripPart[] => {
  const stepMs = (to - from) / count
  const steps = Array.from({ length: count }, (): Severity | null => null)
  const within = (at: number) => Math.min(count - 1, Math.max(0, Math.floor(at / stepMs)))
  for (const span of spans) {
    if (span.to < from || span.from > to) continue
    const severity = severityOf(verdictOfSpan(span))
    const last = within(span.to - from)
    for (let at = within(span.from - from); at <= last; at += 1) {
      steps[at] = worse(steps[at] ?? null, severity)
    }
  }
  const parts: { at: number; steps: number; severity: Severity | null }[] = []
  for (const [at, severity] of steps.entries()) {
    const last = parts.at(-1)
    if (last?.severity === severity) last.steps += 1
    else parts.push({ at, steps: 1, severity })
  }
  return parts
}
