import { useEffect, useRef } from 'react'
import type { Listing } from '#app/api/presence.ts'
import type { Selection } from './selection.ts'
import { withoutVanished } from './selection-steps.ts'
import { vanishedIds } from './vanished-ids.ts'

/**
 * Takes rows out of the selection that are no longer in their list.
 *
 * @param listKey which list this is: a page may show one of several.
 * @param isHeld while something is done with the selected rows, which takes them out of the list itself.
 */
export const useVanishedRows = (
  selection: Selection,
  list: Listing<{ readonly id: string }>,
  { listKey, isHeld }: { listKey: string; isHeld: boolean },
): void => {
  const seen = useRef(new Map([[listKey, list]]))
  useEffect(() => {
    if (isHeld) return
    const before = seen.current.get(listKey) ?? list
    seen.current.set(listKey, list)
    const gone = vanishedIds(selection.get().ids, before, list)
    if (gone.size > 0) selection.set(withoutVanished(selection.get(), gone))
  }, [selection, list, listKey, isHeld])
}
