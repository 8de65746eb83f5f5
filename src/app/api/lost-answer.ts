import type { Problem, ProblemKind } from './problem.ts'
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
 * Reads over passing faults: after a write the truth is worth waiting for.
 *
 * @throws what `read` throws, when trying again is no use.
 */
export const readPatiently = async <Truth>(
  read: () => Promise<Truth>,
  wait: WritePorts['wait'],
): Promise<Truth> => {
  for (let failures = 0; ; failures += 1) {
    try {
      return await read()
    } catch (error) {
      if (!shouldRetry(failures, error)) throw error
      await wait(retryDelay(failures))
    }
  }
}
