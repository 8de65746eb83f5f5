import { useEffect, useEffectEvent, useState } from 'react'

/** How long what is shown of something in motion stays, in ms: a person reads no faster, and drawing costs more than reading. */
const CALM_MS = 200

/**
 * The newest value; while it is in motion, what it was at most a fifth of a second ago.
 *
 * @param isMoving whether the value changes again and again at the moment.
 */
export const useCalm = <Value>(value: Value, isMoving: boolean): Value => {
  const [kept, setKept] = useState(value)
  if (!isMoving && kept !== value) setKept(value)
  const keep = useEffectEvent(() => setKept(value))
  useEffect(() => {
    if (!isMoving) return undefined
    const timer = setInterval(keep, CALM_MS)
    return () => clearInterval(timer)
  }, [isMoving])
  return isMoving ? kept : value
}
