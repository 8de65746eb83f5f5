import type { MirrorServer } from '#contract/mirror-server.ts'
import { useHealthThresholds } from '#app/domain/mirror/health-thresholds.ts'
import { healthWords } from '#app/domain/mirror/health-words.ts'
import { healthOf } from '#app/domain/mirror/mirror-health.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { useNow } from '#app/browser/use-now.ts'

/** A mirror's health, which ages by itself: only this mark is drawn again when time passes. */
export const MirrorHealthMark = ({ mirror, offsetMs }: { mirror: MirrorServer; offsetMs: number }) => {
  const { tone, word } = healthWords[healthOf(mirror, useNow() + offsetMs, useHealthThresholds())]
  return <StateMark tone={tone}>{word}</StateMark>
}
