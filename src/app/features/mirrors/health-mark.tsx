import { healthWords } from '#app/domain/mirror/health-words.ts'
import type { MirrorHealth } from '#app/domain/mirror/mirror-health.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'

/** A mirror's health as icon and word. */
export const HealthMark = ({ health }: { health: MirrorHealth }) => {
  const { tone, word } = healthWords[health]
  return <StateMark tone={tone}>{word}</StateMark>
}
