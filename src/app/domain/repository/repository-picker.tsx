import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useListReading } from '#app/api/reading/use-list-reading.ts'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { isSafeId } from '#contract/path.ts'
import type { Repository } from '#contract/repository.ts'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { isEmpty } from '#app/api/presence.ts'
import { ListProgress } from '#app/ui/table/list-progress.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { Radios } from '#app/ui/form/radios.tsx'
import { SearchBox } from '#app/ui/form/search-box.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { useTableParams } from '#app/ui/table/use-table-params.ts'
import { repositoryQuery, repositorySearchQuery } from './repositories.ts'
import classes from './repository-picker.module.css'

/** Results shown at once: enough to see whether to type on. */
const SHOWN = 6

/** Names repeat from project to project, so the project's key goes with them. */
const nameOf = ({ name, project }: Pick<Repository, 'name' | 'project'>): string =>
  project === null ? name : `${project.key} / ${name}`

/**
 * Chooses one repository among those that a search by name finds. The search stands in the URL; where the chosen one is
 * not among the results, it stands above them.
 */
export const RepositoryPicker = ({
  repositoryId,
  onChoose,
}: {
  repositoryId: string | null
  onChoose: (repositoryId: string) => void
}) => {
  const { search, setSearch } = useTableParams()
  const query = usePagedList({
    ...repositorySearchQuery(search),
    // The results of the previous search stay until the new ones are there.
    placeholderData: keepPreviousData,
  })
  const { error, isPlaceholderData, refetch } = query
  const isNone = isPlaceholderData && query.data?.rows.length === 0
  const data = isNone ? undefined : query.data
  const rows = data?.rows.filter(({ id }) => isSafeId(id)) ?? []
  // Pages may be empty for this account, and what they do not show may come later.
  const control = useListReading(query, rows.length <= SHOWN)
  const results = rows.slice(0, SHOWN)
  const isBeside = repositoryId !== null && results.every(({ id }) => id !== repositoryId)
  const chosen = useQuery({ ...repositoryQuery(repositoryId ?? ''), enabled: isBeside })
  return (
    <>
      {isBeside ? (
        <p className={classes.note}>
          Repository{' '}
          <strong>
            <ForeignText inline>{chosen.data ? nameOf(chosen.data) : repositoryId}</ForeignText>
          </strong>
          {chosen.data === undefined && chosen.error !== null
            ? ` (${problemText[problemOf(chosen.error).kind].title})`
            : null}
        </p>
      ) : null}
      <SearchBox value={search} onChange={setSearch} placeholder="Repository name" />
      {data === undefined && error !== null ? (
        <ProblemPanel error={error} onRetry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? <p className={classes.note}>Reading repositories.</p> : null}
      {data && isEmpty(data) ? <p>No repository that you can see has such a name.</p> : null}
      {results.length === 0 ? null : (
        <Radios
          label="Repository"
          value={repositoryId}
          onChange={onChoose}
          options={results.map((repository) => ({
            value: repository.id,
            label: <ForeignText inline>{nameOf(repository)}</ForeignText>,
          }))}
        />
      )}
      {rows.length > SHOWN ? (
        <p className={classes.note}>There are more. Search to find another one.</p>
      ) : data && (data.hasMore || (rows.length === 0 && !isEmpty(data))) ? (
        <ListProgress
          list={data}
          error={null}
          control={control}
          noun="repositories"
          shown={rows.length}
          onReadAgain={() => void refetch()}
        />
      ) : null}
    </>
  )
}
