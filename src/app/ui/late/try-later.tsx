import { useEffect, useEffectEvent } from 'react'

/** Until the next attempt, in ms: an outage or a new version is not over any sooner. */
const LATER_MS = 30_000

/** Draws nothing, and tries again after a while. */
export const TryLater = ({ onRetry }: { onRetry: () => void }) => {
  // Whoever draws it may draw again every second, and must not put the attempt off each time.
  const retry = useEffectEvent(onRetry)
  useEffect(() => {
    const timer = setTimeout(() => retry(), LATER_MS)
    return () => clearTimeout(timer)
  }, [])
  return null
}
