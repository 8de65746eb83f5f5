import type { MirrorServer } from '#contract/mirror-server.ts'
import { useNow } from '#app/browser/use-now.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { useHealthThresholds } from './health-thresholds.ts'
import { healthWords } from './health-words.ts'
import { healthOf } from './mirror-health.ts'

/** A mirror's health as icon and word. It ages by itself: only this mark renders again when time passes. */
export const MirrorHealthMark = ({
  mirror,
  offsetMs,
}: {
  mirror: Pick<MirrorServer, 'enabled' | 'lastSeenDate'>
  /** What to add to this browser's time for the upstream's, in ms. */
  offsetMs: number
}) => {
  const { tone, word } = healthWords[healthOf(mirror, useNow() + offsetMs, useHealthThresholds())]
  return <StateMark tone={tone}>{word}</StateMark>
}
