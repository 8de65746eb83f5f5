import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react'
import classes from './data-table.module.css'
import type { TableSort } from './table-column.ts'

/** The next state of a heading that is clicked: ascending, descending, the server's own order. */
const nextSort = (id: string, sort: TableSort | null): TableSort | null => {
  if (sort?.id !== id) return { id, direction: 'asc' }
  return sort.direction === 'asc' ? { id, direction: 'desc' } : null
}

/** A column's heading that sorts by it. */
export const SortButton = ({
  id,
  header,
  sort,
  onSort,
}: {
  id: string
  header: string
  sort: TableSort | null
  onSort: (sort: TableSort | null) => void
}) => {
  const direction = sort?.id === id ? sort.direction : null
  const Icon = direction === null ? IconArrowsSort : direction === 'asc' ? IconArrowUp : IconArrowDown
  return (
    <UnstyledButton
      className={classes.sort}
      data-active={direction !== null}
      onClick={() => onSort(nextSort(id, sort))}
    >
      {header}
      <Icon size={14} aria-hidden />
    </UnstyledButton>
  )
}
