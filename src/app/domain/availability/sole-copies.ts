import type { MirrorServer } from '#contract/mirror-server.ts'
import { isSafeId } from '#contract/path.ts'
import type { ProbeResult } from '#contract/probe.ts'
import type { Repository } from '#contract/repository.ts'
import { isRefusing, isServing } from './availability-words.ts'

/** What removing a mirror means for one project, judged by one of its repositories. */
export type SoleCopyVerdict =
  /** This mirror serves it, and every other one said that it does not. */
  | 'loses'
  /** Another mirror serves it. */
  | 'kept'
  /** This mirror said that it does not serve it. */
  | 'not-here'
  /** No other mirror is known to serve it, and at least one could not be asked, gave no clear answer, or is not known. */
  | 'unknown'

/** The verdict about one project and the repository it rests on. */
export type SoleCopy = { readonly repository: Repository; readonly verdict: SoleCopyVerdict }

/** Projects that are asked about. */
const MAX_PROJECTS = 5

/** Questions in all: enough for five projects on a small fleet, too few to be felt on a large one. */
export const MAX_QUESTIONS = 30

/** One repository of each of the first projects, in the order they came. */
export const projectSamples = (repositories: readonly Repository[]): readonly Repository[] => {
  const byProject = new Map<string, Repository>()
  for (const repository of repositories) {
    const { project } = repository
    if (project !== null && isSafeId(repository.id) && !byProject.has(project.id)) {
      byProject.set(project.id, repository)
    }
  }
  return [...byProject.values()].slice(0, MAX_PROJECTS)
}

/** Asks one mirror about one repository. `null` when it could not be asked at all, or there is no question left. */
type Ask = (repositoryId: string, mirrorId: string) => Promise<ProbeResult | null>

/** Stops asking when `limit` questions were asked. */
const withinBudget = (ask: Ask, limit: number): Ask => {
  let asked = 0
  return async (repositoryId, mirrorId) => {
    if (asked >= limit) return null
    asked += 1
    return ask(repositoryId, mirrorId)
  }
}

const judge = async (
  repository: Repository,
  mirrorId: string,
  others: readonly MirrorServer[],
  isFleetWhole: boolean,
  ask: Ask,
): Promise<SoleCopyVerdict> => {
  const here = await ask(repository.id, mirrorId)
  if (here !== null && isRefusing(here)) return 'not-here'
  let isSure = isFleetWhole && here !== null && isServing(here)
  for (const other of others) {
    const answer = await ask(repository.id, other.id)
    if (answer !== null && isServing(answer)) return 'kept'
    isSure &&= answer !== null && isRefusing(answer)
  }
  return isSure ? 'loses' : 'unknown'
}

/**
 * Which sampled projects lose their only mirror when `mirrorId` goes. All projects are asked about at once, the
 * mirrors of each one after the other until one serves it; a mirror that cannot be asked leaves the verdict open
 * unless another one serves it.
 *
 * @param onVerdict called with each verdict when it is known: a mirror that hangs delays its own alone.
 */
export const findSoleCopies = async (
  {
    mirrorId,
    mirrors,
    isFleetWhole,
    repositories,
    limit = MAX_QUESTIONS,
  }: {
    readonly mirrorId: string
    readonly mirrors: readonly MirrorServer[]
    /** Whether these are all mirrors: one that is not among them may serve what all others lack. */
    readonly isFleetWhole: boolean
    readonly repositories: readonly Repository[]
    readonly limit?: number
  },
  ask: Ask,
  onVerdict: (soleCopy: SoleCopy) => void,
): Promise<void> => {
  const others = mirrors.filter(({ id, enabled }) => id !== mirrorId && isSafeId(id) && enabled !== false)
  const askWithin = withinBudget(ask, limit)
  await Promise.all(
    repositories.map(async (repository) =>
      onVerdict({ repository, verdict: await judge(repository, mirrorId, others, isFleetWhole, askWithin) }),
    ),
  )
}
