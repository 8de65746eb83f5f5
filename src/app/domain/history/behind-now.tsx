import { useQuery } from '@tanstack/react-query'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { behindWords } from './behind-words.ts'
import { HISTORY_DAY } from './history-lengths.ts'
import { fleetHistoryQuery } from './history-queries.ts'
import { isFallingBehind } from './is-falling-behind.ts'

/** How far a mirror is behind now; nothing while that is read, and where it cannot be. */
export const BehindNow = ({ mirrorId }: { mirrorId: string }) => {
  const { data } = useQuery(fleetHistoryQuery(HISTORY_DAY.ms))
  if (data === undefined) return null
  const behind = data.mirrors.find((mirror) => mirror.mirrorId === mirrorId)?.behind ?? null
  const words = behindWords(behind)
  return isFallingBehind(behind) ? <StateMark tone="attention">{words}</StateMark> : words
}
