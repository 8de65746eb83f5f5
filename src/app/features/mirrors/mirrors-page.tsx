import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { mirrorsQuery } from '#app/data/mirrors.ts'
import { preferredMirrorQuery } from '#app/data/preferred-mirror.ts'
import { problemOf } from '#app/data/problem.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Page } from '#app/ui/page.tsx'
import { ProblemPanel } from '#app/ui/problem-panel.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { searchedRows } from '#app/ui/searched-rows.ts'
import { StaleNotice } from '#app/ui/stale-notice.tsx'
import { UnreadableRows } from '#app/ui/unreadable-rows.tsx'
import { useTableParams } from '#app/ui/use-table-params.ts'
import { walkWords } from '#app/ui/walk-words.ts'
import { HealthSummary } from './health-summary.tsx'
import { mirrorColumns } from './mirror-columns.tsx'
import classes from './mirrors.module.css'
import { NoMirrors } from './no-mirrors.tsx'
import { useUpstreamClock } from './use-upstream-clock.ts'

const idOf = ({ id }: MirrorServer): string => id
const textsOf = ({ name, id, baseUrl }: MirrorServer) => [name, id, baseUrl]

/** All mirror servers and how they are, as far as Bitbucket's record tells. */
export const MirrorsPage = () => {
  const { search, setSearch, sort, setSort } = useTableParams()
  const query = useQuery(mirrorsQuery)
  const { data, error } = query
  const { offsetMs, note } = useUpstreamClock()
  const { data: preferred } = useQuery(preferredMirrorQuery)
  const preferredId = preferred?.id ?? null
  const columns = useMemo(() => mirrorColumns({ preferredId, offsetMs }), [preferredId, offsetMs])
  const rows = useMemo(() => data && searchedRows(data.rows, search, textsOf), [data, search])
  // Nothing readable is not nothing: then only what is said beside the table is true.
  const isEmpty = data !== undefined && data.unreadable.length === 0 && !data.fault
  const isRefused = error !== null && problemOf(error).kind === 'not-permitted'
  return (
    <Page title="Mirror servers" context={note ?? 'Health is judged by when Bitbucket last saw each mirror.'}>
      {data === undefined && error !== null ? (
        <ProblemPanel
          error={error}
          {...(isRefused
            ? { title: 'You are not permitted to see mirror servers' }
            : { onRetry: () => void query.refetch() })}
        />
      ) : (
        <>
          {data ? (
            <HealthSummary mirrors={data.rows} offsetMs={offsetMs} />
          ) : (
            <div className={classes.summaryPlace} />
          )}
          <div className={classes.bar}>
            <SearchBox value={search} onChange={setSearch} placeholder="Search name, id or address" />
            {data ? (
              <p role="status" className={classes.count}>
                {walkWords(data, { noun: 'mirrors', shown: rows?.length ?? 0 })}
              </p>
            ) : null}
          </div>
          <StaleNotice error={data ? error : null} updatedAt={query.dataUpdatedAt} />
          <DataTable
            label="Mirror servers"
            columns={columns}
            rows={rows}
            rowId={idOf}
            sort={sort}
            onSort={setSort}
            empty={
              isEmpty || search !== '' ? <NoMirrors search={search} onClear={() => setSearch('')} /> : null
            }
          />
          {data ? <UnreadableRows rows={data.unreadable} /> : null}
        </>
      )}
    </Page>
  )
}
