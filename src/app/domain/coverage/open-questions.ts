import type { CoverageAnswers } from './coverage-answers.ts'

/** Many questions: each of the repositories at each of the mirrors, by ids; repositories in the order of asking. */
export type Questions = { readonly repositoryIds: readonly string[]; readonly mirrorIds: readonly string[] }

/**
 * Goes through the questions of each mirror that have no answer yet, one by one. They are never listed: all
 * repositories of a large Bitbucket at all mirrors are millions.
 */
export const openQuestions = (
  { repositoryIds, mirrorIds }: Questions,
  { columnsOf, eachCode, at }: CoverageAnswers,
) => {
  // Counted by the mirror's place: this passes every pair, and a map would be ten times slower.
  const leftAt = new Int32Array(mirrorIds.length).fill(repositoryIds.length)
  const columns = columnsOf(mirrorIds)
  const countAnswered = (index: number, code: number) => {
    if (code !== 0) leftAt[index] = (leftAt[index] ?? 0) - 1
  }
  for (const id of repositoryIds) eachCode(id, columns, countAnswered)
  const places = new Map<string, number>()
  return {
    /** How many have no answer yet, without those of paused mirrors. */
    left: (paused?: ReadonlySet<string>): number => {
      let sum = 0
      for (const [index, id] of mirrorIds.entries()) if (paused?.has(id) !== true) sum += leftAt[index] ?? 0
      return sum
    },
    /** One question to this mirror was answered. */
    answered: (mirrorId: string) => countAnswered(mirrorIds.indexOf(mirrorId), 1),
    /** The repository to ask this mirror about next; `undefined` at the end. */
    next: (mirrorId: string): string | undefined => {
      let place = places.get(mirrorId) ?? 0
      while (place < repositoryIds.length && at(repositoryIds[place] ?? '', mirrorId) !== undefined)
        place += 1
      places.set(mirrorId, place + 1)
      return repositoryIds[place]
    },
  }
}
