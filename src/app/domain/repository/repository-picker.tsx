import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isSafeId } from '#contract/path.ts'
import type { Repository } from '#contract/repository.ts'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { isEmpty } from '#app/api/presence.ts'
import { pagedListWords } from '#app/ui/table/paged-list-words.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { SearchBox } from '#app/ui/form/search-box.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { repositoryQuery, repositorySearchQuery } from './repositories.ts'
import classes from './repository-picker.module.css'

/** Results shown at once: enough to see whether to type on. */
const SHOWN = 6

/** Names repeat from project to project, so the project's key goes with them. */
const nameOf = ({ name, project }: Pick<Repository, 'name' | 'project'>): string =>
  project === null ? name : `${project.key} / ${name}`

const Results = ({ onChoose }: { onChoose: (repositoryId: string) => void }) => {
  const [search, setSearch] = useState('')
  const { data, error, hasNextPage, refetch } = useInfiniteQuery(repositorySearchQuery(search))
  const rows = data?.rows.filter(({ id }) => isSafeId(id)) ?? []
  return (
    <>
      <SearchBox value={search} onChange={setSearch} placeholder="Repository name" />
      {data === undefined && error !== null ? (
        <ProblemPanel error={error} onRetry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? <p className={classes.note}>Reading repositories.</p> : null}
      {data && isEmpty(data) ? <p>No repository that you can see has such a name.</p> : null}
      {data && rows.length === 0 && !isEmpty(data) ? (
        <p role="alert">{pagedListWords(data, { noun: 'repositories', shown: 0 })}</p>
      ) : null}
      <ul className={classes.choices} aria-label="Repositories">
        {rows.slice(0, SHOWN).map((repository) => (
          <li key={repository.id}>
            <Button variant="default" size="xs" onClick={() => onChoose(repository.id)}>
              <ForeignText inline>{nameOf(repository)}</ForeignText>
            </Button>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN || hasNextPage ? (
        <p className={classes.note}>There are more. Search to find another one.</p>
      ) : null}
    </>
  )
}

/** Chooses one repository: searched by name, then shown with a way to another one. */
export const RepositoryPicker = ({
  repositoryId,
  onChoose,
}: {
  repositoryId: string | null
  onChoose: (repositoryId: string | null) => void
}) => {
  const { data, error } = useQuery({ ...repositoryQuery(repositoryId ?? ''), enabled: repositoryId !== null })
  if (repositoryId === null) return <Results onChoose={onChoose} />
  return (
    <p className={classes.chosen}>
      <span>
        Repository{' '}
        <strong>
          <ForeignText inline>{data ? nameOf(data) : repositoryId}</ForeignText>
        </strong>
        {data === undefined && error !== null ? ` (${problemText[problemOf(error).kind].title})` : null}
      </span>
      <Button variant="default" size="xs" onClick={() => onChoose(null)}>
        Choose another repository
      </Button>
    </p>
  )
}
