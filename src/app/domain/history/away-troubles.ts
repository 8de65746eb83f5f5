import type { History } from '#contract/history.ts'
import { type Trouble, troublesOf } from './troubles.ts'

/** A trouble of one mirror. */
export type AwayTrouble = { readonly mirrorId: string; readonly trouble: Trouble }

/** What was wrong and is over again, in a history: the newest first. What still goes on is an incident of now. */
export const awayTroubles = ({ mirrors, lastRoundAt }: History): readonly AwayTrouble[] =>
  mirrors
    .flatMap(({ mirrorId, spans }) =>
      troublesOf(spans, lastRoundAt).map((trouble) => ({ mirrorId, trouble })),
    )
    .filter(({ trouble }) => trouble.end !== 'ongoing')
    .toSorted((one, other) => other.trouble.to - one.trouble.to)
