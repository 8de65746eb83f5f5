import { type ComponentProps, type ReactNode, Suspense } from 'react'
import { isEmpty } from '#app/api/presence.ts'
import { SearchBox } from '#app/ui/form/search-box.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StaleNotice } from '#app/ui/page/stale-notice.tsx'
import { DataTable } from './data-table.tsx'
import type { ListViewQuery } from './list-query.ts'
import classes from './list-view.module.css'
import { PagedListProgress } from './paged-list-progress.tsx'
import { pagedListSource } from './paged-list-source.ts'
import { TableTools } from './table-tools.tsx'
import { UnreadableRows } from './unreadable-rows.tsx'
import { useHiddenColumns } from './use-hidden-columns.ts'
import { useTableParams } from './use-table-params.ts'

type Props<Row extends object> = Pick<
  ComponentProps<typeof DataTable<Row>>,
  'label' | 'columns' | 'rows' | 'rowId' | 'select' | 'empty'
> & {
  /** The name under which this browser remembers the columns. */
  table: string
  /** What is counted, in the plural. */
  noun: string
  query: ListViewQuery
  /** The list has a search box if there is something to say in it. */
  searchPlaceholder?: string
  /** What else narrows the list, beside the search. */
  filters?: ReactNode
  /** All rows of a table that has a sample of what the query read: an export has the sample and reads no further. */
  sample?: readonly Row[]
  /** What an export lacks, beside what the query lacks. */
  lacks?: readonly string[]
  /** By default, an empty table is called empty while a search narrows it, or if there is proof. */
  canSayEmpty?: boolean
  /** Words for a list that cannot be read, in place of the general ones. */
  problem?: Omit<ComponentProps<typeof ProblemPanel>, 'error' | 'onRetry' | 'children'>
  /** Whether search and filters stay beside the problem, because they are the way out of it. */
  isBarKept?: boolean
  /** Which list this is. Reading to the end stops when it changes. */
  listKey?: string
  /** Above the search, between it and the table, and below the table; not shown beside a problem. */
  above?: ReactNode
  note?: ReactNode
  children?: ReactNode
}

/**
 * A list as every page shows it: search, how much was read, columns and export, then the table with what is wrong
 * with it. Search and sort stand in the URL.
 *
 * @param rows what search and filters let through; `undefined` while the list is read.
 */
export const ListView = <Row extends object>(props: Props<Row>) => {
  const { table, label, noun, query, columns, rows } = props
  const { data, error } = query
  const { search, setSearch, sort, setSort } = useTableParams()
  const choice = useHiddenColumns(table, columns)
  const isFailed = data === undefined && error !== null
  const canSayEmpty = props.canSayEmpty ?? search !== ''
  const { sample, lacks = [] } = props
  return (
    <>
      {isFailed ? null : props.above}
      {isFailed && !props.isBarKept ? null : (
        <div className={classes.bar}>
          {props.searchPlaceholder === undefined ? null : (
            <SearchBox value={search} onChange={setSearch} placeholder={props.searchPlaceholder} />
          )}
          {props.filters}
          <PagedListProgress
            key={props.listKey}
            query={query}
            noun={noun}
            shown={(sample ? data?.rows : rows)?.length ?? 0}
          />
          <TableTools
            columns={columns}
            choice={choice}
            sort={sort}
            source={pagedListSource(
              sample ? { data: data && { ...data, rows: sample }, error: null } : query,
              { label, noun, rows: query.isPlaceholderData ? undefined : rows, lacks },
            )}
          />
        </div>
      )}
      {isFailed ? (
        <ProblemPanel error={error} {...props.problem} onRetry={() => void query.refetch()} />
      ) : (
        <>
          {props.note}
          {query.isFetchNextPageError ? null : <StaleNotice error={error} updatedAt={query.dataUpdatedAt} />}
          <div className={classes.rows} data-previous={query.isPlaceholderData}>
            <DataTable
              label={label}
              columns={columns}
              hidden={choice.hidden}
              rows={rows}
              rowId={props.rowId}
              sort={sort}
              onSort={setSort}
              {...(props.select && { select: props.select })}
              // No readable row is not the same as no row: then only what stands beside the table is true.
              empty={data && (canSayEmpty || isEmpty(data)) ? <Suspense>{props.empty}</Suspense> : null}
            />
          </div>
          <UnreadableRows rows={data?.unreadable ?? []} />
          {props.children}
        </>
      )}
    </>
  )
}
