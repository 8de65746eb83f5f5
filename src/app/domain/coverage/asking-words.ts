import { PAUSED_AFTER } from '#app/domain/availability/mirror-asker.ts'
import { problemText } from '#app/api/problem-text.ts'
import { durationOf } from '#app/text/duration.ts'
import { numberText } from '#app/text/number-text.ts'
import { counted } from '#app/text/counted.ts'
import { pluralOf } from '#app/text/plural-of.ts'
import type { PauseReason, RunSnapshot } from './coverage-run.ts'

const remaining = ({ left, asked, budget, pace }: RunSnapshot): string => {
  const coming = Math.min(left, budget - asked)
  if (pace.asked < 5 || coming <= 0) return ''
  return `, about ${durationOf(Math.max(1000, (pace.tookMs / pace.asked) * coming))} left`
}

const pauseWords: Record<PauseReason, string> = {
  person: 'Paused',
  left: 'Paused when you left the page',
  away: 'Paused while you are away',
  reload: 'Paused when the page was loaded again',
}

/**
 * The progress of asking, in words.
 *
 * @param now epoch ms.
 * @param isKnown whether there are answers from before.
 */
export const askingWords = (
  run: RunSnapshot,
  { now, isKnown }: { readonly now: number; readonly isKnown: boolean },
): string => {
  const { phase, asked, budget, left, paused } = run
  const progress = `${numberText(asked)} of at most ${numberText(budget)} questions asked`
  const pausedText =
    paused.size === 0
      ? ''
      : ` ${counted(paused.size, 'mirror')} failed ${String(PAUSED_AFTER)} times in a row and ${pluralOf(paused.size, 'is', 'are')} paused until the next start.`
  switch (phase.kind) {
    case 'idle':
      return isKnown
        ? 'Answers from before are shown. Nothing is asked until you start.'
        : 'No mirror was asked about a repository yet. Nothing is asked until you start.'
    case 'asking':
      return `${progress}${remaining(run)}.${pausedText}`
    case 'waiting':
      return `${problemText[phase.problem.kind].title}: goes on in ${durationOf(Math.max(1000, phase.until - now))}. ${progress}.`
    case 'paused':
      return `${pauseWords[phase.reason]}: ${progress}.${pausedText}`
    case 'budget-spent':
      return `${progress}, ${numberText(left)} left to ask.${pausedText}`
    case 'done':
      return `Done: ${counted(asked, 'question')} asked.${pausedText}`
    case 'stopped':
      return `Stopped: ${problemText[phase.problem.kind].title}. ${progress}.`
  }
}
