import { useMemo } from 'react'
import * as v from 'valibot'
import { persistedBy } from '#app/browser/persisted.ts'
import { printing } from '#app/browser/printing.ts'
import { useMedia } from '#app/browser/use-media.ts'
import { isChoosable, type TableColumn } from './table-column.ts'

/** Columns that were chosen to be shown (`true`) or hidden, by id. By table; it belongs to the browser. */
const choices = persistedBy('columns-', v.record(v.string(), v.boolean()), {})

/** A window with room for few columns; a narrower one has cards, with room for every fact. */
const TIGHT = 'screen and (min-width: 900px) and (max-width: 1199px)'

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
  const isTight = useMedia(TIGHT)
  const sheet = printing.use()
  const [hidden, hiddenInFiles] = useMemo(() => {
    const chosen = new Map(Object.entries(choice))
    const hiddenWhere = (hasRoom: boolean) =>
      new Set(
        columns
          .filter(
            (column) =>
              isChoosable(column) &&
              !(chosen.get(column.id) ?? !(column.isOptional || (column.givesWay && !hasRoom))),
          )
          .map(({ id }) => id),
      )
    return [hiddenWhere(!isTight), hiddenWhere(true)]
  }, [columns, choice, isTight])
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
