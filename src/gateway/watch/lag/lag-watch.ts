import { cannotServe } from '#health/verdict-severity.ts'
import { type AskRepository, createRepositoryAsker } from '#gateway/mirrors/ask-repository.ts'
import type { AskMirror } from '#gateway/mirrors/mirror-reply.ts'
import { createDescriptorReader } from '#gateway/mirrors/repository-descriptors.ts'
import type { Watching } from '#gateway/watch/open-watching.ts'
import type { Watch } from '#gateway/watch/watch.ts'
import { createOpenAsker } from './ask-about-open.ts'
import { readContentHash, type RepositorySource, sampleRepositories } from './canary-source.ts'
import { lookAtCanaries } from './look-at-canaries.ts'

/** Between the ends and starts of two rounds, in ms; a tenth more or less. */
const ROUND_MS = 60_000

/** Questions of one round at most, to Bitbucket and to mirrors together. */
const BUDGET = 200

/** How long a choice of repositories is used, in ms: an hour. */
const CHOSEN_MS = 3_600_000

/** Looks at how far mirrors are behind, beside what Bitbucket reports of it. */
export type LagWatch = {
  /** Looks once; never rejects. */
  readonly round: () => Promise<void>
  readonly start: () => void
  readonly stop: () => Promise<void>
}

/** Makes one that has not started. It looks only where this process is the one that watches. */
export const createLagWatch = (options: {
  readonly watching: Watching
  readonly watch: Pick<Watch, 'state'>
  readonly source: Pick<RepositorySource, 'upstream' | 'fetchUpstream'>
  readonly askMirror: AskMirror
  /** Ids of the repositories to look at; `null` for one of each of a few projects. */
  readonly repositories: readonly string[] | null
  /** Epoch ms. */
  readonly now: () => number
}): LagWatch => {
  const { watching, watch, askMirror, repositories, now } = options
  const { lag, isLeader } = watching.store
  const source = { ...options.source, authorization: watching.authorization }
  const owner = { id: 'watch', user: 'watch', isNamed: false, authorization: watching.authorization }
  const end = new AbortController()
  const askRepository: AskRepository = createRepositoryAsker({
    readDescriptors: createDescriptorReader({ ...options.source, now }),
    askMirror,
    now,
  })
  const askAboutOpen = createOpenAsker({ lag, now, ask: (ids) => askRepository(owner, ids, 0, end.signal) })
  let chosen: { readonly ids: readonly string[]; readonly at: number } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let current: Promise<void> = Promise.resolve()

  const canaries = async (): Promise<readonly string[]> => {
    if (repositories !== null) return repositories
    if (chosen !== null && Math.abs(now() - chosen.at) <= CHOSEN_MS) return chosen.ids
    const ids = await sampleRepositories(source, end.signal).catch(() => null)
    if (ids !== null) chosen = { ids, at: now() }
    return chosen?.ids ?? []
  }

  const look = async (): Promise<void> => {
    const { fleet, problem } = watch.state()
    // Without a fleet another replica watches, or Bitbucket does not answer; clocks that differ measure nothing.
    if (fleet === null || problem === 'clock' || !(await isLeader())) return
    const enabled = fleet.mirrors.filter(({ mirror }) => mirror.enabled !== false)
    const asked = await lookAtCanaries(
      await canaries(),
      enabled.map(({ mirror }) => mirror.id),
      { lag, now, readHash: (id) => readContentHash(source, id, end.signal) },
    )
    const answering = enabled.filter(({ verdict }) => !cannotServe(verdict.kind))
    await askAboutOpen(
      new Set(answering.map(({ mirror }) => mirror.id)),
      BUDGET - asked,
      fleet.clockDifferenceMs ?? 0,
    )
  }

  // What keeps it from its work keeps the watch from its own, which says so.
  const round = (): Promise<void> => look().catch(() => undefined)

  const next = (): void => {
    if (end.signal.aborted) return
    timer = setTimeout(go, ROUND_MS * (0.9 + 0.2 * Math.random()))
    // A process that has nothing else to do may end.
    timer.unref()
  }
  const go = (): void => {
    current = round().finally(next)
  }

  return {
    round,
    // The watch looks first.
    start: next,
    stop: async () => {
      end.abort()
      clearTimeout(timer)
      await current
    },
  }
}
