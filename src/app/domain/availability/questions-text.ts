import { problemText } from '#app/api/problem-text.ts'
import { numberText } from '#app/text/number-text.ts'
import type { QuestionsAsked } from './use-questions.ts'

/** How asking ended, in one sentence without a full stop. */
export const questionsText = ({ asked, of, problem }: QuestionsAsked): string => {
  if (of === 0) return 'These mirrors were asked a moment ago'
  const count = `${numberText(asked)} of ${numberText(of)} questions asked`
  if (problem !== null) return `${count}: ${problemText[problem.kind].title}`
  // A mirror that cannot be asked several times in a row is asked no further.
  return asked < of ? `${count}, the rest was not asked` : count
}

/** How far asking came: "12/60". */
export const questionsProgress = ({ asked, of }: QuestionsAsked): string =>
  `${numberText(asked)}/${numberText(of)}`
