import type { Tone } from '#app/ui/page/state-mark.tsx'
import type { MirrorHealth } from './mirror-health.ts'

/** The word and the tone of each health, for every feature that shows one. */
export const healthWords: Record<MirrorHealth, { readonly tone: Tone; readonly word: string }> = {
  healthy: { tone: 'good', word: 'Healthy' },
  stale: { tone: 'attention', word: 'Stale' },
  'never-seen': { tone: 'attention', word: 'Never seen' },
  disabled: { tone: 'off', word: 'Disabled' },
  'clock-differs': { tone: 'bad', word: 'Clock differs' },
  unknown: { tone: 'unknown', word: 'Unknown' },
}
