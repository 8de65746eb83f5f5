import type { MirrorServer } from '#contract/mirror-server.ts'
import type { Tone } from '#app/ui/page/state-mark.tsx'
import { type AnswerBrief, type Order, severity } from './availability-order.ts'

/** Mirrors that answer alike. */
export type AnswerGroup = {
  readonly word: string
  readonly tone: Tone
  readonly mirrors: readonly MirrorServer[]
}

/** Groups mirrors by what they answer: those that serve first, or with "worst first" those that fail. */
export const groupsOf = (
  mirrors: readonly MirrorServer[],
  answers: ReadonlyMap<string, AnswerBrief>,
  order: Order,
): readonly AnswerGroup[] => {
  const groups = Map.groupBy(mirrors, ({ id }) => answers.get(id)?.word ?? 'Asking')
  const placed = [...groups].map(([word, members]) => {
    const answer = answers.get(members[0]?.id ?? '')
    const place = order === 'worst' ? severity(answer) : -severity(answer) - (answer?.isServing ? 10 : 0)
    return { word, tone: answer?.tone ?? ('busy' as const), mirrors: members, place }
  })
  return placed
    .toSorted((one, other) => one.place - other.place)
    .map(({ word, tone, mirrors: members }) => ({ word, tone, mirrors: members }))
}
