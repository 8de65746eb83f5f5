import type { MirrorServer } from '#contract/mirror-server.ts'
import { isSafeId } from '#contract/path.ts'
import { availabilityWords } from '#app/domain/availability/availability-words.ts'
import { call, send } from '#app/api/client.ts'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { probeMirror } from '#app/domain/availability/ask-mirror.ts'
import type { MeasureTarget, Timed } from './measure.ts'

/** The id that stands for the primary among the measured. */
export const PRIMARY = 'the primary'

/** The gateway's own health check: it takes the time to the console and nothing more. */
const CONSOLE_ALIVE = { method: 'GET', target: '/-/health', headers: {}, body: null } as const

/** Any failure is something to show, except that the user left. */
const timed = async (signal: AbortSignal, ask: () => Promise<Timed>): Promise<Timed> => {
  signal.throwIfAborted()
  try {
    return await ask()
  } catch (error) {
    signal.throwIfAborted()
    return { kind: 'failed', why: problemText[problemOf(error).kind].title }
  }
}

/**
 * What a measurement asks: each enabled mirror about one repository, timed by the gateway, and the primary for its
 * version, timed here less the fastest way to the console seen so far. So all of them are seen from the console's server.
 *
 * @param now a clock in ms that never goes back.
 */
export const measureTargets = (
  mirrors: readonly MirrorServer[],
  repositoryId: string,
  now: () => number = () => performance.now(),
): readonly MeasureTarget[] => {
  let wayMs = Infinity
  return [
    {
      id: PRIMARY,
      ask: (signal) =>
        timed(signal, async () => {
          const start = now()
          await send(CONSOLE_ALIVE, signal)
          const atConsole = now()
          wayMs = Math.min(wayMs, atConsole - start)
          await call('getApplicationProperties', {}, signal)
          return { kind: 'took', ms: Math.max(0, now() - atConsole - wayMs) }
        }),
    },
    ...mirrors
      .filter(({ id, enabled }) => enabled !== false && isSafeId(id))
      .map(({ id }) => ({
        id,
        ask: (signal: AbortSignal) =>
          timed(signal, async () => {
            const result = await probeMirror({ mirrorId: id, repositoryId }, signal)
            return result.kind === 'answered'
              ? { kind: 'took', ms: result.tookMs }
              : { kind: 'failed', why: availabilityWords(result).word }
          }),
      })),
  ]
}
