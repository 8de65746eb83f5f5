import { useEffect, useState } from 'react'

/** How long the first of several answers is waited for, and then each next one, in ms. */
const FIRST_MS = 1000
const NEXT_MS = 500

/** However steadily they come, in ms. */
const MOST_MS = 3000

/**
 * Whether first answers still come in, so that what they make up is not drawn yet: lines that come one by one push each
 * other away. It ends when all came, or half a second after the last one that did, and does not begin again.
 *
 * @param open how many are awaited; `null` while that is not known yet.
 */
export const useIsGathering = (open: number | null): boolean => {
  const [most, setMost] = useState(0)
  const [isOver, setOver] = useState(false)
  if (open !== null && open > most) setMost(open)
  if (open === 0 && !isOver) setOver(true)
  useEffect(() => {
    if (isOver || open === null) return
    const timer = setTimeout(() => setOver(true), open < most ? NEXT_MS : FIRST_MS)
    return () => clearTimeout(timer)
  }, [open, most, isOver])
  const isBegun = open !== null
  useEffect(() => {
    if (!isBegun) return
    const timer = setTimeout(() => setOver(true), MOST_MS)
    return () => clearTimeout(timer)
  }, [isBegun])
  return !isOver
}
