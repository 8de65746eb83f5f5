import { useEffect, useState } from 'react'

/** How long the first rows wait for mirrors that have not answered, in ms: rows that come one by one would jump. */
const GATHER_MS = 1000

/** Whether the page still waits for the first answers of mirrors before it shows what is wrong. */
export const useIsGathering = (unanswered: number): boolean => {
  const [isPatient, setPatient] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), GATHER_MS)
    return () => clearTimeout(timer)
  }, [])
  return isPatient && unanswered > 0
}
