import type { Query } from '@tanstack/react-query'
import { IDLE_AFTER_MS } from '#app/browser/activity.ts'

/** Whether the periodic refresh includes a query. */
export const isPolled = ({ meta }: Query): boolean => meta?.isPolled !== false

/** The refresh intervals a person can choose, in ms; 0 is "off". */
export const INTERVALS = [
  { ms: 0, label: 'Off' },
  { ms: 10_000, label: '10 s' },
  { ms: 60_000, label: '1 min' },
  { ms: 300_000, label: '5 min' },
] as const

/** Whether the page refreshes by itself, and if not, why. */
export type PollState =
  | { readonly kind: 'on' }
  | { readonly kind: 'off' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'idle' }
  /** Bitbucket asked to slow down until then; epoch ms. */
  | { readonly kind: 'rate-limited'; readonly until: number }

/** Decides about polling; all times are epoch ms. The first reason not to poll wins. */
export const pollStateOf = (facts: {
  readonly intervalMs: number
  readonly isHidden: boolean
  readonly lastActivity: number
  readonly pausedUntil: number
  readonly now: number
}): PollState => {
  if (facts.intervalMs === 0) return { kind: 'off' }
  if (facts.pausedUntil > facts.now) return { kind: 'rate-limited', until: facts.pausedUntil }
  if (facts.isHidden) return { kind: 'hidden' }
  return facts.now - facts.lastActivity >= IDLE_AFTER_MS ? { kind: 'idle' } : { kind: 'on' }
}
