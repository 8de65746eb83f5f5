import { useSearchParams } from 'react-router'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { isEmpty } from '#app/api/presence.ts'
import { useStagingGuard } from '#app/domain/fleet/use-staging-guard.ts'
import { DataTable } from '#app/ui/table/data-table.tsx'
import { Page } from '#app/ui/page/page.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StaleNotice } from '#app/ui/page/stale-notice.tsx'
import { TableTools } from '#app/ui/table/table-tools.tsx'
import { UnreadableRows } from '#app/ui/table/unreadable-rows.tsx'
import { useHiddenColumns } from '#app/ui/table/use-hidden-columns.ts'
import { useTableParams } from '#app/ui/table/use-table-params.ts'
import { pagedListWords } from '#app/ui/table/paged-list-words.ts'
import { pagedListSource } from '#app/ui/table/paged-list-source.ts'
import { HealthSummary } from './health-summary.tsx'
import { MirrorsBar } from './mirrors-bar.tsx'
import classes from '#app/features/mirrors/mirrors.module.css'
import { NoMirrors } from './no-mirrors.tsx'
import { StagingBar } from '#app/features/mirrors/staging-bar.tsx'
import { useDetailed } from './use-detailed.ts'
import { useMirrorList } from './use-mirror-list.ts'

const idOf = ({ id }: MirrorServer): string => id

/** All mirror servers and how they are, as far as Bitbucket's record tells. */
export const MirrorsPage = () => {
  const [params, setParams] = useSearchParams()
  const { search, setSearch, sort, setSort } = useTableParams()
  const [isDetailed, setDetailed] = useDetailed()
  const { query, rows, columns, healths, health, note } = useMirrorList(params, isDetailed)
  const choice = useHiddenColumns('mirrors', columns)
  const guard = useStagingGuard()
  const { data, error } = query
  // Nothing readable is not nothing: then only what is said beside the table is true.
  const hasNone = data !== undefined && isEmpty(data)
  const isFiltered = search !== '' || health !== null
  return (
    <Page title="Mirror servers" context={note ?? 'Health is judged by when Bitbucket last saw each mirror.'}>
      {data === undefined && error !== null ? (
        <ProblemPanel
          error={error}
          refusedTitle="You are not permitted to see mirror servers"
          onRetry={() => void query.refetch()}
        />
      ) : (
        <>
          <StagingBar guard={guard} />
          {data ? <HealthSummary healths={healths} /> : <div className={classes.summaryPlace} />}
          <MirrorsBar search={search} onSearch={setSearch} isDetailed={isDetailed} onDetailed={setDetailed} />
          <div className={classes.bar}>
            <p role="status" className={classes.count}>
              {data ? pagedListWords(data, { noun: 'mirrors', shown: rows?.length ?? 0 }) : ''}
            </p>
            <TableTools
              columns={columns}
              choice={choice}
              sort={sort}
              source={pagedListSource(query, { label: 'Mirror servers', noun: 'mirrors', rows })}
            />
          </div>
          <StaleNotice error={data ? error : null} updatedAt={query.dataUpdatedAt} />
          <DataTable
            label="Mirror servers"
            columns={columns}
            hidden={choice.hidden}
            rows={rows}
            rowId={idOf}
            sort={sort}
            onSort={setSort}
            empty={
              hasNone || isFiltered ? (
                <NoMirrors
                  search={search}
                  health={health}
                  onClear={() => setParams({}, { replace: true, preventScrollReset: true })}
                />
              ) : null
            }
          />
          {data ? <UnreadableRows rows={data.unreadable} /> : null}
        </>
      )}
    </Page>
  )
}
