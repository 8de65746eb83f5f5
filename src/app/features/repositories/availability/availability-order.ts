import type { MirrorServer } from '#contract/mirror-server.ts'
import type { Tone } from '#app/ui/page/state-mark.tsx'

/** How the mirrors of a repository can be ordered. */
export const ORDERS = [
  { id: 'name', label: 'By name' },
  { id: 'worst', label: 'Worst first' },
  { id: 'fastest', label: 'Fastest first, from the console' },
] as const

/** One of {@link ORDERS}. */
export type Order = (typeof ORDERS)[number]['id']

/** The order that a URL names; by name without one, and for nonsense. */
export const orderOf = (text: string | null): Order => ORDERS.find(({ id }) => id === text)?.id ?? 'name'

/** As much of a mirror's answer as orders and groups it. */
export type AnswerBrief = {
  readonly word: string
  readonly tone: Tone
  readonly isServing: boolean
  /** How long the mirror took, in ms; `null` without an answer. */
  readonly tookMs: number | null
}

const SEVERITY: readonly Tone[] = ['bad', 'attention', 'unknown', 'busy', 'off', 'good']

/** How serious an answer is: 0 is the worst. */
export const severity = (answer: AnswerBrief | undefined): number =>
  SEVERITY.indexOf(answer?.tone ?? 'unknown')

/** How soon a clone would start: mirrors that do not serve come last. */
const slowness = (answer: AnswerBrief | undefined): number =>
  answer?.isServing === true ? (answer.tookMs ?? Infinity) : Infinity

/** Orders mirrors that are by name already; equal ones keep that order. */
export const inOrder = (
  mirrors: readonly MirrorServer[],
  answers: ReadonlyMap<string, AnswerBrief>,
  order: Order,
): readonly MirrorServer[] => {
  if (order === 'name') return mirrors
  const rankOf = order === 'worst' ? severity : slowness
  const ranks = new Map(mirrors.map(({ id }) => [id, rankOf(answers.get(id))]))
  return mirrors.toSorted((one, other) => {
    const [first = 0, second = 0] = [ranks.get(one.id), ranks.get(other.id)]
    // Two that never serve are equal, and infinity less infinity is no number.
    return first === second ? 0 : first - second
  })
}
