import { problemText } from '#app/api/problem-text.ts'
import { durationOf } from '#app/text/duration.ts'
import type { RunSnapshot } from './coverage-run.ts'

const count = (value: number): string => value.toLocaleString('en')

const remaining = ({ left, asked, budget, pace }: RunSnapshot): string => {
  const coming = Math.min(left, budget - asked)
  if (pace.asked < 5 || coming <= 0) return ''
  return `, about ${durationOf(Math.max(1000, (pace.tookMs / pace.asked) * coming))} left`
}

/** Where the asking stands, in words. */
export const askingWords = (run: RunSnapshot): string => {
  const { phase, asked, budget, left, resting } = run
  const progress = `${count(asked)} of at most ${count(budget)} questions asked`
  const rests =
    resting.size === 0
      ? ''
      : ` ${count(resting.size)} mirror${resting.size === 1 ? '' : 's'} failed three times in a row and ${resting.size === 1 ? 'is' : 'are'} left alone.`
  switch (phase.kind) {
    case 'idle':
      return 'No mirror was asked yet. Nothing is sent until you start.'
    case 'asking':
      return `${progress}${remaining(run)}.${rests}`
    case 'paused':
      return `Paused: ${progress}.${rests}`
    case 'budget-spent':
      return `${progress}, ${count(left)} left to ask.${rests}`
    case 'done':
      return `All asked: ${count(asked)} questions.${rests}`
    case 'stopped':
      return `Stopped: ${problemText[phase.problem.kind].title}.${
        phase.problem.retryAfterMs === null ? '' : ` Wait ${durationOf(phase.problem.retryAfterMs)}.`
      } ${progress}.`
  }
}
