import { useEffect } from 'react'

/** Until the next attempt, in ms: an outage or a new version is not over any sooner. */
const LATER_MS = 30_000

/** Draws nothing, and tries again after a while. */
export const TryLater = ({ onRetry }: { onRetry: () => void }) => {
  useEffect(() => {
    const timer = setTimeout(onRetry, LATER_MS)
    return () => clearTimeout(timer)
  }, [onRetry])
  return null
}
