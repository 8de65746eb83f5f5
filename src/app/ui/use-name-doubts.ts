import { useEffect, useState } from 'react'
import type { NameDoubts, Named } from './name-doubts.ts'

const NONE: NameDoubts = new Map()

/** The first page is there by then: its code must not make the rows wait. */
const AFTER_ROWS_MS = 1000

/**
 * Which names of a list the eye may take for others, by row id. A mark that appears a moment after the rows
 * delays no list.
 *
 * @param nameOf stable, or the names are looked through at every render.
 */
export const useNameDoubts = <Row>(
  rows: readonly Row[] | undefined,
  nameOf: (row: Row) => Named,
): NameDoubts => {
  const [doubts, setDoubts] = useState(NONE)
  useEffect(() => {
    if (rows === undefined) return undefined
    const look = async () => {
      const { nameDoubtsOf } = await import('./name-doubts.ts')
      setDoubts((before) => nameDoubtsOf(rows.map(nameOf), before))
    }
    // Without its code the list is what it was without marks.
    const timer = setTimeout(() => void look().catch(() => undefined), AFTER_ROWS_MS)
    return () => clearTimeout(timer)
  }, [rows, nameOf])
  return doubts
}
