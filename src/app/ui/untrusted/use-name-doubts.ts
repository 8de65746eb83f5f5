import { useEffect, useState } from 'react'
import type { NameDoubts, Named } from '#app/text/name-doubts.ts'

const NONE: NameDoubts = new Map()

/** After the first page has loaded, in ms: the code of the marks must not delay the rows. */
const AFTER_ROWS_MS = 1000

/** Until the code of the marks is asked for again when it could not be loaded, in ms. */
const AGAIN_MS = 30_000

/**
 * Which names of a list the eye may take for others, by row id. A mark that appears a moment after the rows
 * delays no list.
 *
 * @param nameOf stable, or the names are compared at every render.
 */
export const useNameDoubts = <Row>(
  rows: readonly Row[] | undefined,
  nameOf: (row: Row) => Named,
): NameDoubts => {
  const [doubts, setDoubts] = useState(NONE)
  useEffect(() => {
    if (rows === undefined) return undefined
    const check = async () => {
      const { nameDoubtsOf } = await import('#app/text/name-doubts.ts')
      setDoubts((before) => nameDoubtsOf(rows.map(nameOf), before))
    }
    let timer: ReturnType<typeof setTimeout>
    const checkAfter = (ms: number) => {
      timer = setTimeout(() => void check().catch(() => checkAfter(AGAIN_MS)), ms)
    }
    checkAfter(AFTER_ROWS_MS)
    return () => clearTimeout(timer)
  }, [rows, nameOf])
  return doubts
}
