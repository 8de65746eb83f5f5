import { problemOf } from '#app/api/problem.ts'
import { problemTraits } from '#app/api/problem-traits.ts'

/** So many things in a row that cannot be read are no accident of each of them any more. */
const MANY = 5

/**
 * Whether a problem is about one project or repository, so that asking goes on with the others: it was removed, it may not
 * be read, its answer cannot be read. What asks to wait, or would meet every question, is about all.
 */
const isAboutOne = (error: unknown): boolean => {
  const { kind, retryAfterMs } = problemOf(error)
  return retryAfterMs === null && (kind === 'not-permitted' || !problemTraits[kind].isGeneral)
}

/** Judges problems one after the other: many in a row are about all, whatever each of them says. */
export const createProblemJudge = () => {
  const inRow = new Set<string>()
  return {
    /** Whether asking goes on after this problem with one thing, by its id. */
    concernsOne: (id: string, error: unknown): boolean => {
      inRow.add(id)
      return isAboutOne(error) && inRow.size < MANY
    },
    /** Something was answered. */
    answered: () => inRow.clear(),
  }
}

/** See {@link createProblemJudge}. */
export type ProblemJudge = ReturnType<typeof createProblemJudge>
