import { numberText } from '#app/text/number-text.ts'
import type { Transition } from './fleet-transitions.ts'
import { transitionWords } from './transition-words.ts'

/** How long the same news about the same mirror is not repeated, in ms: one that flaps is told once. */
const QUIET_MS = 600_000

/** Lines of one notification. */
const MAX_LINES = 3

/** What was told, and when (epoch ms). */
export type Told = ReadonlyMap<string, number>

const keyOf = ({ kind, verdict }: Transition, id: string): string => `${kind} ${verdict ?? ''} ${id}`

/** Only what somebody wants to be interrupted for. What one did oneself is told where one did it. */
const NEWS: ReadonlySet<Transition['kind']> = new Set(['became', 'recovered', 'asked'])

/** The text of a notification about these transitions, or `null` for none, and what counts as told from now on. */
export const newsOf = (
  transitions: readonly Transition[],
  told: Told,
  now: number,
): { readonly text: string | null; readonly told: Told } => {
  const recent = new Map([...told].filter(([, at]) => now - at < QUIET_MS))
  const fresh = transitions
    .filter(({ kind }) => NEWS.has(kind))
    .map((transition) => ({
      kind: transition.kind,
      verdict: transition.verdict,
      who: transition.who.filter(({ id }) => !recent.has(keyOf(transition, id))),
    }))
    .filter(({ who }) => who.length > 0)
  for (const transition of fresh) {
    for (const { id } of transition.who) recent.set(keyOf(transition, id), now)
  }
  const lines = fresh.slice(0, MAX_LINES).map(transitionWords)
  const more = fresh.length - lines.length
  return {
    text:
      lines.length === 0 ? null : lines.join(' · ') + (more > 0 ? ` · ${numberText(more)} more changes` : ''),
    told: recent,
  }
}
