import type { ActivityEntry } from '#contract/activity.ts'
import type { Tone } from '#app/ui/page/state-mark.tsx'

/**
 * What became of a write, no more than the gateway knows: it does not read answers, and something before Bitbucket may
 * have given them.
 */
export const outcomeWords = ({
  outcome,
  status,
}: Pick<ActivityEntry, 'outcome' | 'status'>): { readonly tone: Tone; readonly words: string } => {
  if (outcome === 'not-sent') return { tone: 'off', words: 'Not sent: the console refused it' }
  if (outcome === 'no-answer' || status === null) {
    return { tone: 'attention', words: 'No answer: it may have been done or not' }
  }
  if (status >= 200 && status < 300) return { tone: 'good', words: `Answered as done (${String(status)})` }
  return { tone: 'bad', words: `Answered with an error (${String(status)})` }
}
