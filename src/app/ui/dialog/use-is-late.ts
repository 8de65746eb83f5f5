import { useEffect, useState } from 'react'

/** An answer that takes longer than this is told to be late, in ms. */
const LATE_AFTER_MS = 5000

/** Whether something has been under way for longer than usual. */
export const useIsLate = (isUnderWay: boolean): boolean => {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isUnderWay) return undefined
    const timer = setTimeout(() => setLate(true), LATE_AFTER_MS)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isUnderWay])
  return isLate
}
