import type { MirrorServer } from '#contract/mirror-server.ts'
import { call } from './client.ts'
import { type Problem, type ProblemKind, problemOf } from './problem.ts'
import { retryDelay, shouldRetry } from './query-client.ts'

/** What a write needs besides its arguments. */
export type WritePorts = {
  /** Told when the write was sent and its outcome must be read. */
  readonly onChecking: () => void
  /** Resolves after `ms`. */
  readonly wait: (ms: number) => Promise<void>
}

const OUTCOME_UNKNOWN: ReadonlySet<ProblemKind> = new Set([
  'offline',
  'unreachable',
  'timeout',
  'unreadable',
  'unavailable',
  'not-bitbucket',
  'server',
])

/** Whether a write that ended with this problem may have taken effect all the same. */
export const mayHaveTakenEffect = ({ kind }: Problem): boolean => OUTCOME_UNKNOWN.has(kind)

/**
 * Reads a mirror past the cache: a poll that began before a write would bring what was true before it. `null` when
 * Bitbucket says that there is none.
 */
export const readMirrorAgain = async (mirrorId: string): Promise<MirrorServer | null> => {
  try {
    return await call('getMirror', { parameters: { mirrorId } })
  } catch (error) {
    if (problemOf(error).kind === 'not-found') return null
    throw error
  }
}

/** As {@link readMirrorAgain}, over passing faults: after a write the truth is worth waiting for. */
export const readMirrorPatiently = async (
  mirrorId: string,
  wait: WritePorts['wait'],
): Promise<MirrorServer | null> => {
  for (let failures = 0; ; failures += 1) {
    try {
      return await readMirrorAgain(mirrorId)
    } catch (error) {
      if (!shouldRetry(failures, error)) throw error
      await wait(retryDelay(failures))
    }
  }
}

const FACTS = ['name', 'baseUrl', 'enabled', 'mirrorType', 'productType', 'productVersion'] as const

/** A fact of a mirror's record that somebody set, unlike the sign of life that moves by itself. */
export type RecordFact = (typeof FACTS)[number]

/** The facts in which two readings of one mirror differ. */
export const changedFactsOf = (before: MirrorServer, now: MirrorServer): readonly RecordFact[] =>
  FACTS.filter((fact) => before[fact] !== now[fact])
