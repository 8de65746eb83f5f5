import { healthWords } from '#app/data/health-words.ts'
import type { MirrorHealth } from '#app/data/mirror-health.ts'
import { StateMark } from '#app/ui/state-mark.tsx'

/** A mirror's health as icon and word. */
export const HealthMark = ({ health }: { health: MirrorHealth }) => {
  const { tone, word } = healthWords[health]
  return <StateMark tone={tone}>{word}</StateMark>
}
