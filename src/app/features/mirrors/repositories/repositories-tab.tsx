import { usePagedList } from '#app/api/use-paged-list.ts'
import { useMemo, useState } from 'react'
import type { Repository } from '#contract/repository.ts'
import { isComing } from '#app/api/reading/list-reading.ts'
import { useListReading } from '#app/api/reading/use-list-reading.ts'
import { repositorySearchQuery } from '#app/domain/repository/repositories.ts'
import { EmptyState } from '#app/ui/page/empty-state.tsx'
import { ListView } from '#app/ui/table/list-view.tsx'
import { foundRows } from '#app/ui/table/long/found-rows.ts'
import { useTableParams } from '#app/ui/table/use-table-params.ts'
import type { MirrorTabProps } from '#app/features/mirrors/details/mirror-tab.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { sampledColumns } from './sampled-columns.tsx'
import { SamplingBar } from './sampling-bar.tsx'
import { SAMPLING_BUDGET, type SampledRepository, useSampling } from './use-sampling.ts'

const idOf = ({ repository }: SampledRepository): string => repository.id
const NONE: readonly never[] = []

const textsOf = ({ name, project }: Repository) => [name, project?.key ?? null]

/** What this mirror says about a sample of the repositories, or of those that a search finds among all of them. */
export const RepositoriesTab = ({ mirror }: MirrorTabProps) => {
  const { search } = useTableParams()
  const query = usePagedList(repositorySearchQuery(''))
  const { data } = query
  const found = useMemo(() => foundRows(data?.rows ?? NONE, search, textsOf), [data, search])
  const [budget, setBudget] = useState(SAMPLING_BUDGET)
  // A sample needs no more repositories than may be asked about; a search needs them all.
  const { reading } = useListReading(query, search !== '' || found.length < budget)
  const sampling = useSampling(mirror.id, found, {
    isWanted: mirror.enabled !== false,
    isSettled: !isComing(reading),
    budget,
    onBudget: setBudget,
  })
  const { rows } = sampling
  const isPart = found.length > rows.length || data?.hasMore === true
  return (
    <ListView
      table="mirror-repositories"
      label="Repositories on this mirror"
      noun="repositories"
      query={query}
      rows={data && rows}
      rowId={idOf}
      columns={sampledColumns}
      searchPlaceholder="Search name or project"
      sample={rows}
      foundCount={found.length}
      lacks={isPart ? ['Repositories beyond the budget of questions are not in it.'] : []}
      above={
        <>
          <p className={classes.prose}>
            Bitbucket does not say where a repository is mirrored, so the mirror itself is asked, one
            repository of each project first.{' '}
            {mirror.enabled === false ? 'It is disabled, so it is asked only when you say so.' : ''}
          </p>
          <div className={classes.sampling}>
            {data ? <SamplingBar sampling={sampling} hasMore={isPart} /> : null}
          </div>
        </>
      }
      canSayEmpty
      empty={
        <EmptyState
          title={
            search.trim() === ''
              ? 'Bitbucket lists no repository for you.'
              : 'No repository matches the search.'
          }
        />
      }
    />
  )
}
