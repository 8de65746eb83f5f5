import { useEffect, useEffectEvent } from 'react'

/** Until the next attempt, in ms: an outage or a new version is not over any sooner. */
const LATER_MS = 30_000

/** Draws nothing, and tries again after a while. */
export const TryLater = ({ onRetry }: { onRetry: () => void }) => {
  // The parent may render every second, which must not postpone the attempt.
  const retry = useEffectEvent(onRetry)
  useEffect(() => {
    const timer = setTimeout(() => retry(), LATER_MS)
    return () => clearTimeout(timer)
  }, [])
  return null
}
