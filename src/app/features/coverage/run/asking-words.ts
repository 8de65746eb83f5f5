import { PAUSED_AFTER } from '#app/domain/availability/mirror-asker.ts'
import { problemText } from '#app/api/problem-text.ts'
import { durationOf } from '#app/text/duration.ts'
import { numberText } from '#app/text/number-text.ts'
import { counted } from '#app/text/counted.ts'
import { pluralOf } from '#app/text/plural-of.ts'
import type { RunSnapshot } from '#app/domain/coverage/coverage-run.ts'

const remaining = ({ left, asked, budget, pace }: RunSnapshot): string => {
  const coming = Math.min(left, budget - asked)
  if (pace.asked < 5 || coming <= 0) return ''
  return `, about ${durationOf(Math.max(1000, (pace.tookMs / pace.asked) * coming))} left`
}

/** The progress of asking, in words. */
export const askingWords = (run: RunSnapshot): string => {
  const { phase, asked, budget, left, paused } = run
  const progress = `${numberText(asked)} of at most ${numberText(budget)} questions asked`
  const pausedText =
    paused.size === 0
      ? ''
      : ` ${counted(paused.size, 'mirror')} failed ${String(PAUSED_AFTER)} times in a row and ${pluralOf(paused.size, 'is', 'are')} paused until the next start.`
  switch (phase.kind) {
    case 'idle':
      return 'No mirror was asked yet. Nothing is sent until you start.'
    case 'asking':
      return `${progress}${remaining(run)}.${pausedText}`
    case 'paused':
      return `Paused: ${progress}.${pausedText}`
    case 'budget-spent':
      return `${progress}, ${numberText(left)} left to ask.${pausedText}`
    case 'done':
      return `All asked: ${numberText(asked)} questions.${pausedText}`
    case 'stopped':
      return `Stopped: ${problemText[phase.problem.kind].title}.${
        phase.problem.retryAfterMs === null ? '' : ` Wait ${durationOf(phase.problem.retryAfterMs)}.`
      } ${progress}.`
  }
}
