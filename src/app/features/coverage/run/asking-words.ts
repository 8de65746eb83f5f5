import { PAUSED_AFTER } from '#app/domain/availability/mirror-asker.ts'
import { problemText } from '#app/api/problem-text.ts'
import { durationOf } from '#app/text/duration.ts'
import type { RunSnapshot } from './coverage-run.ts'

const count = (value: number): string => value.toLocaleString('en')

const remaining = ({ left, asked, budget, pace }: RunSnapshot): string => {
  const coming = Math.min(left, budget - asked)
  if (pace.asked < 5 || coming <= 0) return ''
  return `, about ${durationOf(Math.max(1000, (pace.tookMs / pace.asked) * coming))} left`
}

/** The progress of asking, in words. */
export const askingWords = (run: RunSnapshot): string => {
  const { phase, asked, budget, left, paused } = run
  const progress = `${count(asked)} of at most ${count(budget)} questions asked`
  const pausedText =
    paused.size === 0
      ? ''
      : ` ${count(paused.size)} mirror${paused.size === 1 ? '' : 's'} failed ${String(PAUSED_AFTER)} times in a row and ${paused.size === 1 ? 'is' : 'are'} paused until the next start.`
  switch (phase.kind) {
    case 'idle':
      return 'No mirror was asked yet. Nothing is sent until you start.'
    case 'asking':
      return `${progress}${remaining(run)}.${pausedText}`
    case 'paused':
      return `Paused: ${progress}.${pausedText}`
    case 'budget-spent':
      return `${progress}, ${count(left)} left to ask.${pausedText}`
    case 'done':
      return `All asked: ${count(asked)} questions.${pausedText}`
    case 'stopped':
      return `Stopped: ${problemText[phase.problem.kind].title}.${
        phase.problem.retryAfterMs === null ? '' : ` Wait ${durationOf(phase.problem.retryAfterMs)}.`
      } ${progress}.`
  }
}
