import type { Problem } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import type { OutcomeWords } from './write-outcome.tsx'

/**
 * Tells a write that was refused or not sent: nothing took effect.
 *
 * @param what what was wanted, to end the sentence "You are not permitted to ...".
 */
export const writeRefusal = (problem: Problem, what: string): OutcomeWords => {
  const { title, meaning } = problemText[problem.kind]
  return {
    title: problem.kind === 'not-permitted' ? `You are not permitted to ${what}` : title,
    meaning,
    problem,
  }
}
