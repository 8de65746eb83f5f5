import { useEffect, useState } from 'react'
import type { NameDoubts, Named } from '#app/text/name-doubts.ts'

const NONE: NameDoubts = new Map()

/** The first page is there by then: its code must not make the rows wait. */
const AFTER_ROWS_MS = 1000

/** Until the code of the marks is asked for again when it could not be had, in ms. */
const AGAIN_MS = 30_000

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
      const { nameDoubtsOf } = await import('#app/text/name-doubts.ts')
      setDoubts((before) => nameDoubtsOf(rows.map(nameOf), before))
    }
    let timer: ReturnType<typeof setTimeout>
    const lookAfter = (ms: number) => {
      timer = setTimeout(() => void look().catch(() => lookAfter(AGAIN_MS)), ms)
    }
    lookAfter(AFTER_ROWS_MS)
    return () => clearTimeout(timer)
  }, [rows, nameOf])
  return doubts
}
