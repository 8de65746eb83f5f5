import type { ProbeRequest } from '#contract/probe.ts'
import { isKnown, type KnownSince } from './answer-age.ts'
import { codeOf } from './cell-state.ts'
import type { CoverageAnswers } from './coverage-answers.ts'
import { isServingCode } from './coverage-verdict.ts'
import type { ProjectSamples } from './project-samples.ts'

/**
 * Many questions, by ids and in the order of asking: one repository of each project first, which answers almost
 * everything, since mirroring is chosen by project; then single repositories; each of them at each of the mirrors.
 */
export type Questions = {
  readonly projectIds: readonly string[]
  readonly repositoryIds: readonly string[]
  readonly mirrorIds: readonly string[]
}

/** How far to ask: each mirror, or only until two of them serve a repository, which is then no sole copy. */
export const DEPTHS = ['every', 'two'] as const

/** One of {@link DEPTHS}. */
export type Depth = (typeof DEPTHS)[number]

/** What was learnt so far. */
export type CoverageKnowledge = { readonly answers: CoverageAnswers; readonly samples: ProjectSamples }

/** What to do next at one mirror: ask about a repository, or first read which one stands for a project. */
export type NextQuestion = { readonly repositoryId: string } | { readonly projectId: string }

/** So many mirrors that serve a repository are enough. */
const ENOUGH = 2

/**
 * Goes through the questions of each mirror that have no answer yet, one by one. They are never listed: all
 * repositories of a large Bitbucket at all mirrors are millions.
 */
export const openQuestions = (
  { projectIds, repositoryIds, mirrorIds }: Questions,
  { answers, samples }: CoverageKnowledge,
  { depth, since }: { readonly depth: Depth; readonly since: KnownSince },
) => {
  // Counted by the mirror's place: this passes every pair, and a map would be ten times slower.
  const leftAt = new Int32Array(mirrorIds.length)
  let columns = answers.columnsOf(mirrorIds)
  /** Repositories that are not asked about any further. */
  const over = new Set<string>()
  const places = new Map<string, number>()
  const placeCount = projectIds.length + repositoryIds.length

  /** The repository at a place; `null` where there is nothing to ask, `undefined` where it has to be read first. */
  const idAt = (place: number): string | null | undefined => {
    const projectId = projectIds[place]
    if (projectId === undefined) return repositoryIds[place - projectIds.length]
    const sample = samples.of(projectId)
    if (sample === undefined || (sample.kind === 'failed' && sample.at < since.failures * 1000))
      return undefined
    return sample.kind === 'repository' ? sample.id : null
  }
  const servingOf = (repositoryId: string): number => {
    let serving = 0
    answers.eachCode(repositoryId, columns, (_index, code, seconds) => {
      if (isServingCode(code) && isKnown(code, seconds, since)) serving += 1
    })
    return serving
  }
  /** Adds `by` to what is left at each mirror that has not answered about this repository. */
  const countOpen = (repositoryId: string, by: number) => {
    const isAny = answers.eachCode(repositoryId, columns, (index, code, seconds) => {
      if (!isKnown(code, seconds, since)) leftAt[index] = (leftAt[index] ?? 0) + by
    })
    if (!isAny) countAll(by)
  }
  const countAll = (by: number) => {
    for (let index = 0; index < leftAt.length; index += 1) leftAt[index] = (leftAt[index] ?? 0) + by
  }
  const end = (repositoryId: string) => {
    if (over.has(repositoryId)) return
    over.add(repositoryId)
    columns = answers.columnsOf(mirrorIds)
    countOpen(repositoryId, -1)
  }
  const isSettled = (repositoryId: string): boolean => depth === 'two' && servingOf(repositoryId) >= ENOUGH
  /** Counts what a repository adds, or nothing where enough is known. */
  const begin = (repositoryId: string) => {
    if (isSettled(repositoryId)) over.add(repositoryId)
    else countOpen(repositoryId, 1)
  }
  for (let place = 0; place < placeCount; place += 1) {
    const id = idAt(place)
    if (id === undefined) countAll(1)
    else if (id !== null) begin(id)
  }
  const isOpen = ({ repositoryId, mirrorId }: ProbeRequest): boolean => {
    if (over.has(repositoryId)) return false
    const known = answers.at(repositoryId, mirrorId)
    return known === undefined || !isKnown(codeOf(known.state), known.at / 1000, since)
  }
  /** From where `walker` came last time: the next repository that is wanted, or the project that has to be read first. */
  const nextFor = (walker: string, isWanted: (id: string) => boolean): NextQuestion | undefined => {
    for (let place = places.get(walker) ?? 0; place < placeCount; place += 1) {
      places.set(walker, place)
      const id = idAt(place)
      const projectId = projectIds[place]
      if (id === undefined) return projectId === undefined ? undefined : { projectId }
      if (id === null || !isWanted(id)) continue
      places.set(walker, place + 1)
      return { repositoryId: id }
    }
    places.set(walker, placeCount)
    return undefined
  }

  return {
    /** How many have no answer yet, without those of paused mirrors. Of a project that was not read: one at each mirror. */
    left: (paused?: ReadonlySet<string>): number => {
      let sum = 0
      for (const [index, id] of mirrorIds.entries()) if (paused?.has(id) !== true) sum += leftAt[index] ?? 0
      return sum
    },
    /** One question was answered, and the answer is remembered. */
    answered: ({ repositoryId, mirrorId }: ProbeRequest): void => {
      if (over.has(repositoryId)) return
      const index = mirrorIds.indexOf(mirrorId)
      leftAt[index] = (leftAt[index] ?? 0) - 1
      columns = answers.columnsOf(mirrorIds)
      if (isSettled(repositoryId)) end(repositoryId)
    },
    /** The sample of a project was read, and is noted. */
    sampleRead: (projectId: string): void => {
      countAll(-1)
      const sample = samples.of(projectId)
      if (sample?.kind === 'repository') begin(sample.id)
    },
    /** Nothing more is asked about this repository: Bitbucket does not have it any more, or does not show it. */
    giveUp: end,
    isOpen,
    /** What to do next at this mirror; `undefined` at the end. */
    next: (mirrorId: string): NextQuestion | undefined =>
      nextFor(mirrorId, (repositoryId) => isOpen({ repositoryId, mirrorId })),
    /** Which repository to ask about next, at whichever mirrors; `undefined` at the end. */
    nextRepository: (): NextQuestion | undefined => nextFor('', (id) => !over.has(id)),
    /** Projects after this one whose sample is not known, at most `count`: they are needed next. */
    unreadAfter: (projectId: string, count: number): readonly string[] => {
      const from = projectIds.indexOf(projectId) + 1
      const found: string[] = []
      for (let place = from; place < projectIds.length && found.length < count; place += 1) {
        const id = projectIds[place]
        if (id !== undefined && idAt(place) === undefined) found.push(id)
      }
      return found
    },
  }
}

/** See {@link openQuestions}. */
export type OpenQuestions = ReturnType<typeof openQuestions>
