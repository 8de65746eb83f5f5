import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { useListReading } from '#app/api/reading/use-list-reading.ts'
import { isSafeId } from '#contract/path.ts'
import type { Repository } from '#contract/repository.ts'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { ListProgress } from '#app/ui/table/list-progress.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { Radios } from '#app/ui/form/radios.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { AddressNote } from './address-note.tsx'
import { repositoryQuery } from './repositories.ts'
import { RepositorySearch } from './repository-search.tsx'
import classes from './repository-picker.module.css'
import { useRepositoryFindings } from './use-repository-findings.ts'
import { useRepositorySearch } from './use-repository-search.ts'

/** Results shown at once: enough to see whether to type on. */
const SHOWN = 6

/** Names repeat from project to project, so the project's key goes with them. */
const nameOf = ({ name, project }: Pick<Repository, 'name' | 'project'>): string =>
  project === null ? name : `${project.key} / ${name}`

/**
 * Chooses one repository among those that a search finds. The search stands in the URL; where the chosen one is not
 * among the results, it stands above them.
 *
 * @param HostNote what is said of the host of a pasted address.
 */
export const RepositoryPicker = ({
  repositoryId,
  onChoose,
  HostNote,
}: {
  repositoryId: string | null
  onChoose: (repositoryId: string) => void
  HostNote: ComponentType<{ host: string }>
}) => {
  const search = useRepositorySearch()
  const { query, rows: found, isSettled, isProven } = useRepositoryFindings(search.wanted)
  const { data, error } = query
  const rows = found?.filter(({ id }) => isSafeId(id)) ?? []
  const isNone = isProven && found?.length === 0
  // Pages may be empty for this account, and what is searched for may come later: nothing is missing before the end.
  const isOpen = search.wanted.kind === 'any' ? rows.length <= SHOWN : isSettled && rows.length === 0
  const control = useListReading(query, isOpen)
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
      <RepositorySearch search={search} rows={found} isSettled={isSettled} onOpen={onChoose} />
      <AddressNote note={search.note} HostNote={HostNote} />
      {data === undefined && error !== null ? (
        <ProblemPanel error={error} onRetry={() => void query.refetch()} />
      ) : null}
      {found === undefined && (data !== undefined || error === null) ? (
        <p className={classes.reading}>Reading repositories.</p>
      ) : null}
      {isNone ? <p>No repository that you can see matches.</p> : null}
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
      ) : data && found && (data.hasMore || (rows.length === 0 && !isNone)) ? (
        <ListProgress
          list={data}
          error={null}
          control={control}
          noun="repositories"
          shown={rows.length}
          onReadAgain={() => void query.refetch()}
        />
      ) : null}
    </>
  )
}
