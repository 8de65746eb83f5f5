import { useState } from 'react'
import { useNavigate } from 'react-router'
import { isComing } from '#app/api/reading/list-reading.ts'
import { useListReading } from '#app/api/reading/use-list-reading.ts'
import { OtherHost } from '#app/domain/mirror/other-host.tsx'
import { AddressNote } from '#app/domain/repository/address-note.tsx'
import { RepositorySearch } from '#app/domain/repository/repository-search.tsx'
import { useRepositoryFindings } from '#app/domain/repository/use-repository-findings.ts'
import { useRepositorySearch } from '#app/domain/repository/use-repository-search.ts'
import { paths } from '#app/paths.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { EmptyState } from '#app/ui/page/empty-state.tsx'
import { ListView } from '#app/ui/table/list-view.tsx'
import type { MirrorTabProps } from '#app/features/mirrors/details/mirror-tab.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { sampledColumns } from './sampled-columns.tsx'
import { SamplingBar } from './sampling-bar.tsx'
import { SAMPLING_BUDGET, type SampledRepository, useSampling } from './use-sampling.ts'

const idOf = ({ repository }: SampledRepository): string => repository.id
const NONE: readonly never[] = []

/** What this mirror says about a sample of the repositories, or of those that a search finds among all of them. */
export const RepositoriesTab = ({ mirror }: MirrorTabProps) => {
  const navigate = useNavigate()
  const search = useRepositorySearch()
  const isSearch = search.wanted.kind !== 'any'
  const { query, rows: matches, isSettled, isProven } = useRepositoryFindings(search.wanted)
  const { data } = query
  const found = matches ?? NONE
  const [budget, setBudget] = useState(SAMPLING_BUDGET)
  // A sample needs no more repositories than may be asked about; a search needs them all.
  const { reading } = useListReading(query, isSearch || found.length < budget, !isSearch)
  const sampling = useSampling(mirror.id, found, {
    isWanted: mirror.enabled !== false,
    isSettled: isSettled && !isComing(reading),
    search: isSearch ? search.text : '',
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
      rows={matches && rows}
      rowId={idOf}
      columns={sampledColumns}
      filter={{ mirror: mirror.id }}
      filters={
        <RepositorySearch
          search={search}
          rows={matches}
          isSettled={isSettled}
          onOpen={(id) => void navigate(paths.repository(id))}
        />
      }
      note={<AddressNote note={search.note} HostNote={OtherHost} />}
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
      canSayEmpty={isProven}
      empty={
        <EmptyState
          title={
            isSearch
              ? `No repository that you can see matches "${plainOf(search.text)}"`
              : 'Bitbucket lists no repository for you.'
          }
        />
      }
    />
  )
}
