import { useId } from 'react'
import { Choice } from '#app/ui/form/choice.tsx'
import { allShownWords, type RowSelect } from '#app/ui/table/selection/row-select.ts'
import type { TableColumn, TableSort } from '#app/ui/table/table-column.ts'
import classes from '#app/ui/table/table-tools.module.css'

/** The order in which the list came. */
const AS_LISTED = ''

const DIRECTIONS = [
  { value: 'asc', label: 'Ascending' },
  { value: 'desc', label: 'Descending' },
] as const

/** What the head of a table does, for cards, which have none: the order, and selecting all. */
export const CardTools = <Row,>({
  columns,
  rows,
  select,
  sort,
  onSort,
}: {
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  select?: RowSelect<Row>
  sort: TableSort | null
  onSort: (sort: TableSort | null) => void
}) => {
  const box = useId()
  const sortable = columns.filter(({ sortValue }) => sortValue)
  const direction = sort?.direction ?? 'asc'
  return (
    <>
      {select ? (
        <span className={classes.pair}>
          {select.head(rows, box)}
          <label htmlFor={box}>{allShownWords(rows.filter(select.canSelect).length)}</label>
        </span>
      ) : null}
      <span className={classes.pair}>
        <span aria-hidden>Sort by</span>
        <Choice
          label="Sort by"
          value={sort?.id ?? AS_LISTED}
          options={[
            { value: AS_LISTED, label: 'As listed' },
            ...sortable.map(({ id, header }) => ({ value: id, label: header })),
          ]}
          onChange={(id) => onSort(id === AS_LISTED ? null : { id, direction })}
        />
        <Choice
          label="Direction"
          value={direction}
          options={DIRECTIONS}
          isDisabled={sort === null}
          onChange={(value) => sort && onSort({ id: sort.id, direction: value === 'desc' ? 'desc' : 'asc' })}
        />
      </span>
    </>
  )
}
