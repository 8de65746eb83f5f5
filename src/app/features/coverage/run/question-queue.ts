import type { CoverageAnswers } from '#app/features/coverage/matrix/coverage-answers.ts'
import type { Question, Questions } from './question.ts'

/**
 * Goes through questions that have no answer yet, one by one. They are never written down: all repositories of a large
 * Bitbucket at all mirrors are millions.
 */
export const createQuestionQueue = (
  { repositoryIds, mirrorIds }: Questions,
  { columnsOf, eachCode, at }: CoverageAnswers,
) => {
  const columns = columnsOf(mirrorIds)
  let left = repositoryIds.length * mirrorIds.length
  const countAnswered = (_index: number, code: number) => {
    if (code !== 0) left -= 1
  }
  for (const id of repositoryIds) eachCode(id, columns, countAnswered)
  let place = 0
  return {
    /** How many are left, those of resting mirrors among them until their turn comes. */
    left: (): number => left,
    /** The next question, and none of a mirror that is to be left alone; `undefined` at the end. */
    next: (resting: ReadonlySet<string>): Question | undefined => {
      for (; place < repositoryIds.length * mirrorIds.length; place += 1) {
        const repositoryId = repositoryIds[Math.floor(place / mirrorIds.length)] ?? ''
        const mirrorId = mirrorIds[place % mirrorIds.length] ?? ''
        if (at(repositoryId, mirrorId) !== undefined) continue
        left -= 1
        if (resting.has(mirrorId)) continue
        place += 1
        return { repositoryId, mirrorId }
      }
      return undefined
    },
  }
}
