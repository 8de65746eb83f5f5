/**
 * Does something again and again, `ms` after it began the last time, or later while that lasts; it does not keep the
 * process alive.
 *
 * @param act gets a signal that is aborted at the end. What it throws is nobody's concern.
 * @returns a function that ends it, after which nothing begins any more.
 */
export const repeat = (ms: number, act: (signal: AbortSignal) => Promise<void>): (() => void) => {
  const end = new AbortController()
  let isUnderWay = false
  const timer = setInterval(() => {
    if (isUnderWay) return
    isUnderWay = true
    act(end.signal)
      .catch(() => undefined)
      .finally(() => {
        isUnderWay = false
      })
  }, ms).unref()
  return () => {
    clearInterval(timer)
    end.abort()
  }
}
