import { usePagedList } from '#app/api/use-paged-list.ts'
import { useMemo } from 'react'
import { repositorySearchQuery } from '#app/domain/repository/repositories.ts'
import { EmptyState } from '#app/ui/page/empty-state.tsx'
import { ListView } from '#app/ui/table/list-view.tsx'
import { searchedRows } from '#app/ui/table/searched-rows.ts'
import { useTableParams } from '#app/ui/table/use-table-params.ts'
import type { MirrorTabProps } from '#app/features/mirrors/details/mirror-tab.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { sampledColumns } from './sampled-columns.tsx'
import { SamplingBar } from './sampling-bar.tsx'
import { type SampledRepository, useSampling } from './use-sampling.ts'

const idOf = ({ repository }: SampledRepository): string => repository.id
const NONE: readonly never[] = []

const textsOf = ({ repository: { name, project } }: SampledRepository) => [name, project?.key ?? null]

/** What this mirror says about a sample of the repositories. */
export const RepositoriesTab = ({ mirror }: MirrorTabProps) => {
  const { search } = useTableParams()
  const query = usePagedList(repositorySearchQuery(''))
  const { data } = query
  const sampling = useSampling(mirror.id, data?.rows ?? NONE, mirror.enabled !== false)
  const { rows, budget } = sampling
  const shown = useMemo(() => searchedRows(rows, search, textsOf), [rows, search])
  const total = data?.rows.length ?? 0
  return (
    <ListView
      table="mirror-repositories"
      label="Repositories on this mirror"
      noun="repositories"
      query={query}
      rows={data && shown}
      rowId={idOf}
      columns={sampledColumns}
      searchPlaceholder="Search name or project"
      sample={rows}
      lacks={total > rows.length ? ['Repositories beyond the budget of questions are not in it.'] : []}
      above={
        <>
          <p className={classes.prose}>
            Bitbucket does not say where a repository is mirrored, so the mirror itself is asked, one
            repository of each project first.{' '}
            {mirror.enabled === false ? 'It is disabled, so it is asked only when you say so.' : ''}
          </p>
          <div className={classes.sampling}>
            {data ? <SamplingBar sampling={sampling} hasMore={total > budget} /> : null}
          </div>
        </>
      }
      canSayEmpty
      empty={
        <EmptyState
          title={
            search.trim() === '' ? 'Bitbucket lists no repository for you.' : 'No sampled repository matches.'
          }
        />
      }
    />
  )
}
