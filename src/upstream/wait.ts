/** Waits `ms` milliseconds (`Infinity` without end); rejects with the signal's reason when the caller gives up. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>

/** Waits on the real clock. */
export const wait: Wait = (ms, signal) =>
  new Promise((resolve, reject) => {
    const stop = () =>
      reject(signal.reason instanceof Error ? signal.reason : new Error('The caller gave up'))
    if (signal.aborted) return stop()
    const timer = Number.isFinite(ms)
      ? setTimeout(() => {
          signal.removeEventListener('abort', stop)
          resolve()
        }, ms)
      : undefined
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        stop()
      },
      { once: true },
    )
  })
