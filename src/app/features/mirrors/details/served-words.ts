import { isUnasked } from '#contract/unasked.ts'
import { isServing } from '#app/domain/availability/availability-words.ts'
import type { KnownAnswer } from '#app/domain/fleet/known-answers.ts'
import { counted } from '#app/text/counted.ts'
import { numberText } from '#app/text/number-text.ts'

/**
 * What one mirror serves, as far as this browser has asked it: the others are not known, and nothing is said of them.
 *
 * @param projects in how many projects are the repositories with these ids, as far as is known.
 */
export const servedWords = (
  mirrorId: string,
  answers: readonly KnownAnswer[],
  projects: (repositoryIds: ReadonlySet<string>) => number,
): string => {
  const asked = answers.filter((answer) => answer.mirrorId === mirrorId && !isUnasked(answer.result))
  if (asked.length === 0) return 'not known: this browser has not asked it about a repository'
  const served = asked.filter(({ result }) => isServing(result))
  const count = projects(new Set(served.map(({ repositoryId }) => repositoryId)))
  const among = count === 0 ? '' : ` in ${counted(count, 'project')}`
  return `${numberText(served.length)} of ${counted(asked.length, 'repository', 'repositories')} asked about${among}`
}
