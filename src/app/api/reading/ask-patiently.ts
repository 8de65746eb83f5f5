import { problemOf } from '#app/api/problem.ts'
import { DEFAULT_PAUSE_MS, listWaits } from './list-waits.ts'

/** The least wait after 429, in ms: a server that says "0 seconds" is not asked in a loop. */
const LEAST_PAUSE_MS = 1000

/** How often one page is asked for again: a server that always refuses it is not asked for ever. */
const MOST_WAITS = 10

const note = (queryHash: string, until: number | null): void => {
  const next = new Map(listWaits.get())
  if (until === null) next.delete(queryHash)
  else next.set(queryHash, until)
  listWaits.set(next)
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end)
      resolve()
    }, ms)
    const end = () => {
      clearTimeout(timer)
      reject(signal.reason instanceof Error ? signal.reason : new DOMException('', 'AbortError'))
    }
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })

/**
 * Asks for a page, and where Bitbucket answers 429, again after the time that it names. What was read before is worth the
 * wait.
 *
 * @throws what `ask` throws otherwise, also after ten such answers.
 */
export const askPatiently = async <Answer>(
  queryHash: string,
  ask: () => Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer> => {
  for (let waits = 0; ; waits += 1) {
    try {
      return await ask()
    } catch (error) {
      const { kind, retryAfterMs } = problemOf(error)
      if (kind !== 'rate-limited' || waits >= MOST_WAITS || signal.aborted) throw error
      const ms = Math.max(retryAfterMs ?? DEFAULT_PAUSE_MS, LEAST_PAUSE_MS)
      note(queryHash, Date.now() + ms)
      try {
        await pause(ms, signal)
      } finally {
        note(queryHash, null)
      }
    }
  }
}
