import { type ComponentProps, type ReactNode, Suspense, useEffect, useEffectEvent } from 'react'
import { isEmpty, isWhole } from '#app/api/presence.ts'
import { useListReading } from '#app/api/reading/use-list-reading.ts'
import { printing } from '#app/browser/printing.ts'
import { useMedia } from '#app/browser/use-media.ts'
import { SearchBox } from '#app/ui/form/search-box.tsx'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { type Stale, StaleNotice } from '#app/ui/page/stale-notice.tsx'
import { DataTable, VIRTUAL_ABOVE } from './data-table.tsx'
import type { ListQuery } from './list-query.ts'
import classes from './list-view.module.css'
import { ListProgress } from './list-progress.tsx'
import { TableTools } from './table-tools.tsx'
import { UnreadableRows } from './unreadable-rows.tsx'
import { useHiddenColumns } from './use-hidden-columns.ts'
import { useTableParams } from './use-table-params.ts'

const NotFoundYet = lazyPart(async () => (await import('./not-found-yet.tsx')).NotFoundYet, 'in-place')
const CardTools = lazyPart(async () => (await import('./cards/card-tools.tsx')).CardTools, 'in-place')

const NO_FILTER = {}

/** Where the style sheet makes cards of rows. */
const CARDS = 'screen and (max-width: 899px)'

type Props<Row extends object> = Pick<
  ComponentProps<typeof DataTable<Row>>,
  'label' | 'columns' | 'rows' | 'rowId' | 'select' | 'empty'
> & {
  /** The name under which this browser remembers the columns. */
  table: string
  /** What is counted, in the plural. */
  noun: string
  query: ListQuery
  /** The list has a search box if there is something to say in it. */
  searchPlaceholder?: string
  /** What else narrows the list, beside the search, and whether it does. */
  filters?: ReactNode
  isFiltered?: boolean
  /** The same for a file, which leaves the page: what the list is narrowed to, by name. */
  filter?: Readonly<Record<string, string>>
  /** All rows of a table that has a sample of what the query read: an export has the sample and reads no further. */
  sample?: readonly Row[]
  /** How many of the rows that were read such a table stands for. */
  foundCount?: number
  /** What an export lacks, beside what the query lacks. */
  lacks?: readonly string[]
  /** By default, an empty table is called empty while a search narrows it, or if there is proof. */
  canSayEmpty?: boolean
  /** What the page says already about why it could not be read again. */
  said?: Stale
  /** Words for a list that cannot be read, in place of the general ones. */
  problem?: Omit<ComponentProps<typeof ProblemPanel>, 'error' | 'onRetry' | 'children'>
  /** Whether search and filters stay beside the problem, because they are the way out of it. */
  isBarKept?: boolean
  /** Above the search, between it and the table, and below the table; not shown beside a problem. */
  above?: ReactNode
  note?: ReactNode
  children?: ReactNode
}

/**
 * A list as every page shows it: search, how much was read, columns and export, then the table with what is wrong
 * with it. Search and sort stand in the URL, and are about the whole list: it is read to its end for them.
 *
 * @param rows what search and filters let through; `undefined` while the list is read.
 */
export const ListView = <Row extends object>(props: Props<Row>) => {
  const { table, label, noun, query, columns, sample, lacks = [] } = props
  const { data, error, isPlaceholderData } = query
  const { search, setSearch, sort, setSort } = useTableParams()
  const choice = useHiddenColumns(table, columns)
  const hasCards = useMedia(CARDS)
  const sheet = printing.use()
  const isFailed = data === undefined && error !== null
  const isNarrowed = search !== '' || props.isFiltered === true
  // The order of a sample says nothing of what is not in it.
  const isSorted = sort !== null && sample === undefined
  const control = useListReading(query, isNarrowed || isSorted)
  // That nothing was found is news of the search before, as long as its rows stand in for those of this one.
  const rows = isPlaceholderData && props.rows?.length === 0 ? undefined : props.rows
  // A window is not filled by the pages of a server that gives few rows: it is filled without a scroll bar.
  const isShort = control.reading.kind === 'part' && (data?.rows.length ?? 0) <= VIRTUAL_ABOVE
  const fill = useEffectEvent(control.readNext)
  useEffect(() => {
    if (isShort) fill()
    // oxlint-disable-next-line react/exhaustive-deps -- A page of few rows leaves the window as it was: the next one follows.
  }, [isShort, data])

  const empty = () => {
    if (data === undefined) return null
    const isPart = data.hasMore || (isNarrowed && !isWhole(data))
    if (isPart) return <NotFoundYet list={data} control={control} noun={noun} isNarrowed={isNarrowed} />
    // No readable row is not the same as no row: then only what stands beside the table is true.
    return (props.canSayEmpty ?? search !== '') || isEmpty(data) ? props.empty : null
  }
  return (
    <>
      {isFailed ? null : props.above}
      {isFailed && !props.isBarKept ? null : (
        <div className={classes.bar}>
          {props.searchPlaceholder === undefined ? null : (
            <SearchBox value={search} onChange={setSearch} placeholder={props.searchPlaceholder} />
          )}
          {props.filters}
          <ListProgress
            list={data}
            error={error}
            control={control}
            noun={noun}
            shown={(sample ? (props.foundCount ?? data?.rows.length) : props.rows?.length) ?? 0}
            isSorted={isSorted}
            onReadAgain={() => void query.refetch()}
          />
          <TableTools
            columns={columns}
            choice={choice}
            sort={sort}
            source={
              data && props.rows && !isPlaceholderData
                ? {
                    list: data,
                    control,
                    label,
                    noun,
                    readAt: query.dataUpdatedAt,
                    search,
                    filter: props.filter ?? NO_FILTER,
                    rows: props.rows,
                    sampleOf: sample ? (props.foundCount ?? sample.length) : null,
                    lacks,
                  }
                : null
            }
          />
        </div>
      )}
      {isFailed ? (
        <ProblemPanel error={error} {...props.problem} onRetry={() => void query.refetch()} />
      ) : (
        <>
          {props.note}
          {hasCards ? (
            <div className={classes.bar} data-cards={props.select ? 'select' : 'sort'}>
              <Suspense>
                {rows?.length ? (
                  <CardTools
                    columns={columns}
                    rows={rows}
                    sort={sort}
                    onSort={setSort}
                    {...(props.select && { select: props.select })}
                  />
                ) : null}
              </Suspense>
            </div>
          ) : null}
          {query.isFetchNextPageError ? null : (
            <StaleNotice error={error} updatedAt={query.dataUpdatedAt} said={props.said} />
          )}
          {sheet && data && rows?.length ? (
            <p data-sheet>
              {sheet.wordsOf({
                noun,
                rows: rows.length,
                of: sample ? (props.foundCount ?? rows.length) : rows.length,
                hasMore: data.hasMore,
                search,
                isNarrowed,
                ...(sample ? { why: lacks.join(' ') } : {}),
              })}
            </p>
          ) : null}
          <div className={classes.rows} data-previous={isPlaceholderData}>
            <DataTable
              label={label}
              columns={columns}
              hidden={choice.hidden}
              rows={rows}
              rowId={props.rowId}
              sort={sort}
              onSort={setSort}
              {...(props.select && { select: props.select })}
              {...(sample ? {} : { onNearEnd: control.readNext })}
              empty={<Suspense>{empty()}</Suspense>}
            />
          </div>
          <UnreadableRows rows={data?.unreadable ?? []} />
          {props.children}
        </>
      )}
    </>
  )
}
