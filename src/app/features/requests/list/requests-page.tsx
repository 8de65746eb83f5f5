import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Suspense, useMemo, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { isEmpty } from '#app/api/presence.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { paths } from '#app/paths.ts'
import { DataTable } from '#app/ui/table/data-table.tsx'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { Page } from '#app/ui/page/page.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { SearchBox } from '#app/ui/form/search-box.tsx'
import { searchedRows } from '#app/ui/table/searched-rows.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { createSelection } from '#app/ui/table/selection/selection.ts'
import { StaleNotice } from '#app/ui/page/stale-notice.tsx'
import { TableTools } from '#app/ui/table/table-tools.tsx'
import { UnreadableRows } from '#app/ui/table/unreadable-rows.tsx'
import { useHiddenColumns } from '#app/ui/table/use-hidden-columns.ts'
import { useNameDoubts } from '#app/ui/untrusted/use-name-doubts.ts'
import { useTableParams } from '#app/ui/table/use-table-params.ts'
import { PagedListProgress } from '#app/ui/table/paged-list-progress.tsx'
import { pagedListSource } from '#app/ui/table/paged-list-source.ts'
import { BulkPlace } from './bulk-place.tsx'
import { mirrorNameOf } from '#app/domain/request/requested-name-of.ts'
import { requestCan } from './request-can.ts'
import { requestColumns } from './request-columns.tsx'
import { stateOf } from './request-state.ts'
import { RequestTabs } from './request-tabs.tsx'
import classes from '#app/features/requests/requests.module.css'
import { useDecision } from '#app/features/requests/decision/use-decision.tsx'

const NoRequests = lazyPart(async () => (await import('./no-requests.tsx')).NoRequests, 'in-place')

const namedOf = ({ id, mirrorName }: MirroringRequest) => [id, mirrorName] as const
const idOf = ({ id }: MirroringRequest): string => id
const textsOf = ({ mirrorName, mirrorId, id, mirrorBaseUrl }: MirroringRequest) => [
  mirrorName,
  mirrorId,
  id,
  mirrorBaseUrl,
]
const canSelect = (request: MirroringRequest): boolean => requestCan.beDeleted(request).isAllowed
const labelOf = (request: MirroringRequest): string => `Select ${plainOf(mirrorNameOf(request))}`

/** The mirrors that ask to join, and what became of those that asked. */
export const RequestsPage = () => {
  const [params] = useSearchParams()
  const { search, setSearch, sort, setSort } = useTableParams()
  const state = stateOf(params)
  const query = useInfiniteQuery(requestsQuery(state))
  const { data, error } = query
  const { decide, dialog } = useDecision()
  const doubts = useNameDoubts(data?.rows, namedOf)
  const columns = useMemo(() => requestColumns(decide, doubts, state !== null), [decide, doubts, state])
  const choice = useHiddenColumns('requests', columns)
  const [selection] = useState(createSelection)
  const select = useMemo(() => ({ selection, idOf, canSelect, labelOf }), [selection])
  const rows = useMemo(() => data && searchedRows(data.rows, search, textsOf), [data, search])
  // Nothing readable is not nothing: then only what is said beside the table is true.
  const hasNone = data !== undefined && isEmpty(data)
  return (
    <Page
      title="Mirroring requests"
      context="Mirrors that ask to join, and what was decided about them."
      actions={
        <Button component={Link} to={paths.newRequest} variant="default">
          Register a mirror
        </Button>
      }
    >
      {data === undefined && error !== null ? (
        <ProblemPanel
          error={error}
          refusedTitle="You are not permitted to see mirroring requests"
          onRetry={() => void query.refetch()}
        />
      ) : (
        <>
          <RequestTabs state={state} />
          <div className={classes.bar}>
            <SearchBox value={search} onChange={setSearch} placeholder="Search name, id or address" />
            <PagedListProgress query={query} noun="requests" shown={rows?.length ?? 0} />
            <TableTools
              columns={columns}
              choice={choice}
              sort={sort}
              source={pagedListSource(query, { label: 'Mirroring requests', noun: 'requests', rows })}
            />
          </div>
          {query.isFetchNextPageError ? null : (
            <StaleNotice error={data ? error : null} updatedAt={query.dataUpdatedAt} />
          )}
          <DataTable
            label="Mirroring requests"
            columns={columns}
            hidden={choice.hidden}
            select={select}
            rows={rows}
            rowId={idOf}
            sort={sort}
            onSort={setSort}
            empty={
              hasNone || search !== '' ? (
                <Suspense>
                  <NoRequests state={state} search={search} onClear={() => setSearch('')} />
                </Suspense>
              ) : null
            }
          />
          {data ? <UnreadableRows rows={data.unreadable} /> : null}
          {data && rows ? (
            <BulkPlace
              selection={selection}
              rows={data.rows}
              shown={rows}
              canDecide={state === 'PENDING' || state === null}
            />
          ) : null}
        </>
      )}
      {dialog}
    </Page>
  )
}
