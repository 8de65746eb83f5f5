/** Waits for a place and leaves it when `work` is done. */
export type Limiter = <Result>(work: () => Promise<Result>, signal?: AbortSignal) => Promise<Result>

/**
 * Lets at most `places` pieces of work run at once; the others wait in the order in which they came.
 *
 * @throws what `work` throws, and the signal's reason when it aborts while waiting: the work is not begun then.
 */
export const createLimiter = (places: number): Limiter => {
  const waiting = new Set<() => void>()
  let inside = 0

  const enter = (signal: AbortSignal | undefined): Promise<void> => {
    if (inside < places) {
      inside += 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const admit = () => {
        waiting.delete(admit)
        signal?.removeEventListener('abort', giveUp)
        resolve()
      }
      const giveUp = () => {
        waiting.delete(admit)
        reject(signal?.reason)
      }
      waiting.add(admit)
      signal?.addEventListener('abort', giveUp, { once: true })
    })
  }

  const leave = () => {
    const [next] = waiting
    // The place passes on, so the count inside stays.
    if (next === undefined) inside -= 1
    else next()
  }

  return async (work, signal) => {
    signal?.throwIfAborted()
    await enter(signal)
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
