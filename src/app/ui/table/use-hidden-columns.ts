import { useCallback, useEffect, useMemo, useState } from 'react'
import { localSetting } from '#app/browser/local-setting.ts'
import type { TableColumn } from './table-column.ts'

/** Columns that somebody chose to show (`true`) or to hide, by id; the others are as the table has them. */
type ColumnChoice = ReadonlyMap<string, boolean>

/** What the page is told when the choices of all tables are forgotten. */
export const COLUMNS_FORGOTTEN = 'columns-forgotten'

const choiceOf = (text: string | null): ColumnChoice => {
  try {
    const read: unknown = JSON.parse(text ?? '{}')
    return new Map(
      Object.entries(read ?? {}).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
    )
  } catch {
    // An older or a foreign setting is as good as none.
    return new Map()
  }
}

/**
 * Which columns of a table are hidden, remembered in this browser. The columns that name a row or hold its buttons
 * always stay.
 *
 * @param table under which name the choice is remembered.
 */
export const useHiddenColumns = <Row>(table: string, columns: readonly TableColumn<Row>[]) => {
  const setting = useMemo(() => localSetting(`columns-${table}`), [table])
  const [choice, setChoice] = useState(() => choiceOf(setting.read()))
  useEffect(() => {
    const forget = () => setChoice(new Map())
    addEventListener(COLUMNS_FORGOTTEN, forget)
    return () => removeEventListener(COLUMNS_FORGOTTEN, forget)
  }, [])
  const hidden = useMemo(
    () =>
      new Set(
        columns
          .filter(
            ({ id, isRowHeader, isOptional, isActions }) =>
              !isRowHeader && !isActions && !(choice.get(id) ?? !isOptional),
          )
          .map(({ id }) => id),
      ),
    [columns, choice],
  )
  const choose = useCallback(
    (next: ColumnChoice) => {
      setChoice(next)
      setting.write(JSON.stringify(Object.fromEntries(next)))
    },
    [setting],
  )
  return {
    hidden,
    /** Shows or hides one column. */
    show: (id: string, isShown: boolean) => choose(new Map(choice).set(id, isShown)),
    /** Goes back to the columns that the table has by itself. */
    reset: () => choose(new Map()),
  }
}
