import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { problemOf } from '#app/data/problem.ts'
import { requestsQuery } from '#app/data/requests.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Page } from '#app/ui/page.tsx'
import { ProblemPanel } from '#app/ui/problem-panel.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { searchedRows } from '#app/ui/searched-rows.ts'
import { StaleNotice } from '#app/ui/stale-notice.tsx'
import { UnreadableRows } from '#app/ui/unreadable-rows.tsx'
import { useTableParams } from '#app/ui/use-table-params.ts'
import { WalkProgress } from '#app/ui/walk-progress.tsx'
import { NoRequests } from './no-requests.tsx'
import { requestColumns } from './request-columns.tsx'
import { stateOf } from './request-state.ts'
import { RequestTabs } from './request-tabs.tsx'
import classes from './requests.module.css'
import { useDecision } from './use-decision.tsx'

const idOf = ({ id }: MirroringRequest): string => id
const textsOf = ({ mirrorName, mirrorId, id, mirrorBaseUrl }: MirroringRequest) => [
  mirrorName,
  mirrorId,
  id,
  mirrorBaseUrl,
]

/** The mirrors that ask to join, and what became of those that asked. */
export const RequestsPage = () => {
  const [params] = useSearchParams()
  const { search, setSearch, sort, setSort } = useTableParams()
  const state = stateOf(params)
  const query = useInfiniteQuery(requestsQuery(state))
  const { data, error } = query
  const { decide, dialog } = useDecision()
  const canBePending = state === 'PENDING' || state === null
  const columns = useMemo(() => requestColumns(canBePending ? decide : null), [canBePending, decide])
  const rows = useMemo(() => data && searchedRows(data.rows, search, textsOf), [data, search])
  // Nothing readable is not nothing: then only what is said beside the table is true.
  const isEmpty = data !== undefined && data.unreadable.length === 0 && !data.fault && !query.hasNextPage
  const isRefused = error !== null && problemOf(error).kind === 'not-permitted'
  return (
    <Page title="Mirroring requests" context="Mirrors that ask to join, and what was decided about them.">
      {data === undefined && error !== null ? (
        <ProblemPanel
          error={error}
          {...(isRefused
            ? { title: 'You are not permitted to see mirroring requests' }
            : { onRetry: () => void query.refetch() })}
        />
      ) : (
        <>
          <RequestTabs state={state} />
          <div className={classes.bar}>
            <SearchBox value={search} onChange={setSearch} placeholder="Search name, id or address" />
            <WalkProgress query={query} noun="requests" shown={rows?.length ?? 0} />
          </div>
          {query.isFetchNextPageError ? null : (
            <StaleNotice error={data ? error : null} updatedAt={query.dataUpdatedAt} />
          )}
          <DataTable
            label="Mirroring requests"
            columns={columns}
            rows={rows}
            rowId={idOf}
            sort={sort}
            onSort={setSort}
            empty={
              isEmpty || search !== '' ? (
                <NoRequests state={state} search={search} onClear={() => setSearch('')} />
              ) : null
            }
          />
          {data ? <UnreadableRows rows={data.unreadable} /> : null}
        </>
      )}
      {dialog}
    </Page>
  )
}
