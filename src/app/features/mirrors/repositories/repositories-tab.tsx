import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { repositorySearchQuery } from '#app/domain/repository/repositories.ts'
import { DataTable } from '#app/ui/table/data-table.tsx'
import { EmptyState } from '#app/ui/page/empty-state.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { SearchBox } from '#app/ui/form/search-box.tsx'
import { TableTools } from '#app/ui/table/table-tools.tsx'
import { useHiddenColumns } from '#app/ui/table/use-hidden-columns.ts'
import { useTableParams } from '#app/ui/table/use-table-params.ts'
import { PagedListProgress } from '#app/ui/table/paged-list-progress.tsx'
import type { MirrorTabProps } from '#app/features/mirrors/details/mirror-tab.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { sampledColumns } from './sampled-columns.tsx'
import { SamplingBar } from './sampling-bar.tsx'
import { type SampledRepository, useSampling } from './use-sampling.ts'

const idOf = ({ repository }: SampledRepository): string => repository.id
const NONE: readonly never[] = []

const isFound = ({ repository }: SampledRepository, wanted: string): boolean =>
  [repository.name, repository.project?.key ?? ''].some((text) => text.toLowerCase().includes(wanted))

/** What this mirror says about a sample of the repositories. */
export const RepositoriesTab = ({ mirror }: MirrorTabProps) => {
  const { search, setSearch, sort, setSort } = useTableParams()
  const query = useInfiniteQuery(repositorySearchQuery(''))
  const { data, error } = query
  const sampling = useSampling(mirror.id, data?.rows ?? NONE, mirror.enabled !== false)
  const { rows, budget } = sampling
  const choice = useHiddenColumns('mirror-repositories', sampledColumns)
  const wanted = search.trim().toLowerCase()
  const shown = useMemo(
    () => (wanted === '' ? rows : rows.filter((row) => isFound(row, wanted))),
    [rows, wanted],
  )
  if (data === undefined && error !== null) {
    return <ProblemPanel error={error} onRetry={() => void query.refetch()} />
  }
  const total = data?.rows.length ?? 0
  return (
    <>
      <p className={classes.prose}>
        Bitbucket does not tell where a repository is mirrored, so the mirror itself is asked, one repository
        of each project first.{' '}
        {mirror.enabled === false ? 'It is disabled, so it is asked only when you say so.' : ''}
      </p>
      <div className={classes.sampling}>
        {data ? <SamplingBar sampling={sampling} hasMore={total > budget} /> : null}
      </div>
      <div className={classes.bar}>
        <SearchBox value={search} onChange={setSearch} placeholder="Search name or project" />
        <PagedListProgress query={query} noun="repositories" shown={total} />
        <TableTools
          columns={sampledColumns}
          choice={choice}
          sort={sort}
          source={
            data === undefined
              ? null
              : {
                  label: 'Repositories on this mirror',
                  noun: 'repositories',
                  rows: shown,
                  readCount: rows.length,
                  // The file holds the sample: the budget decides how far it goes, not the export.
                  hasMore: false,
                  isReading: false,
                  error: null,
                  readMore: () => undefined,
                  lacks:
                    total > rows.length ? ['Repositories beyond the budget of questions are not in it.'] : [],
                }
          }
        />
      </div>
      <DataTable
        label="Repositories on this mirror"
        columns={sampledColumns}
        hidden={choice.hidden}
        rows={data === undefined ? undefined : shown}
        rowId={idOf}
        sort={sort}
        onSort={setSort}
        empty={
          <EmptyState
            title={
              wanted === '' ? 'Bitbucket lists no repository for you.' : 'No sampled repository matches.'
            }
          />
        }
      />
    </>
  )
}
