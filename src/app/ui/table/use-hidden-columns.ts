import { useMemo } from 'react'
import * as v from 'valibot'
import { persistedBy } from '#app/browser/persisted.ts'
import { printing } from '#app/browser/printing.ts'
import { useMedia } from '#app/browser/use-media.ts'
import { isChoosable, type TableColumn } from './table-column.ts'

/** Columns that were chosen to be shown (`true`) or hidden, by id. By table; it belongs to the browser. */
const choices = persistedBy('columns-', v.record(v.string(), v.boolean()), {})

/** Windows with room for fewer columns, the narrower first; one below 900 px has cards, with room for every fact. */
const BELOW_1200 = 'screen and (min-width: 900px) and (max-width: 1199px)'
const BELOW_1440 = 'screen and (min-width: 900px) and (max-width: 1439px)'

/** Resets the columns of all tables, also of those on screen. */
export const resetColumns = choices.resetAll

/**
 * Which columns of a table are hidden, remembered in this browser. The columns that name a row or hold its buttons
 * always stay.
 *
 * @param table under which name the choice is remembered.
 */
export const useHiddenColumns = <Row>(table: string, columns: readonly TableColumn<Row>[]) => {
  const store = choices.of(table)
  const choice = store.use()
  const isBelow1200 = useMedia(BELOW_1200)
  const isBelow1440 = useMedia(BELOW_1440)
  const sheet = printing.use()
  const [hidden, hiddenInFiles] = useMemo(() => {
    const chosen = new Map(Object.entries(choice))
    const wide = isBelow1440 ? 1200 : Infinity
    const room = isBelow1200 ? 900 : wide
    const hiddenWhere = (width: number) =>
      new Set(
        columns
          .filter(
            (column) =>
              isChoosable(column) &&
              !(chosen.get(column.id) ?? !(column.isOptional || (column.givesWay ?? 0) > width)),
          )
          .map(({ id }) => id),
      )
    return [hiddenWhere(room), hiddenWhere(Infinity)]
  }, [columns, choice, isBelow1200, isBelow1440])
  return {
    hidden: sheet ? hiddenInFiles : hidden,
    /** The same without those that only this window has no room for: files and paper have. */
    hiddenInFiles,
    /** Shows or hides one column. */
    show: (id: string, isShown: boolean) => store.set({ ...store.get(), [id]: isShown }),
    /** Goes back to the columns that the table has by itself. */
    reset: store.reset,
  }
}
