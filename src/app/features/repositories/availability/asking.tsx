import { useEffect, useState } from 'react'
import { StateMark } from '#app/ui/page/state-mark.tsx'

/** After how long the wait is mentioned, in ms. */
const LONG_MS = 5000

/** A question in progress; after five seconds it says that it still is. */
export const Asking = () => {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS)
    return () => clearTimeout(timer)
  }, [])
  return <StateMark tone="busy">{isLong ? 'Still waiting' : 'Asking…'}</StateMark>
}
