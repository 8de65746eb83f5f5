import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isSafeId } from '#contract/path.ts'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { repositoryQuery, repositorySearchQuery } from '#app/domain/repository/repositories.ts'
import { isEmpty } from '#app/api/presence.ts'
import { pagedListWords } from '#app/ui/table/paged-list-words.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { SearchBox } from '#app/ui/form/search-box.tsx'
import classes from './git-setup.module.css'

/** Results shown at once: enough to see whether to type on. */
const SHOWN = 6

const Results = ({ onChoose }: { onChoose: (repositoryId: string) => void }) => {
  const [search, setSearch] = useState('')
  const { data, error } = useInfiniteQuery(repositorySearchQuery(search))
  const rows = data?.rows.filter(({ id }) => isSafeId(id)) ?? []
  return (
    <>
      <SearchBox value={search} onChange={setSearch} placeholder="Repository name" />
      {data === undefined && error !== null ? (
        <p role="alert">Repositories could not be searched. {problemText[problemOf(error).kind].title}.</p>
      ) : null}
      {data && isEmpty(data) ? <p>No repository that you can see has such a name.</p> : null}
      {data && rows.length === 0 && !isEmpty(data) ? (
        <p role="alert">{pagedListWords(data, { noun: 'repositories', shown: 0 })}</p>
      ) : null}
      <ul className={classes.choices} aria-label="Repositories">
        {rows.slice(0, SHOWN).map(({ id, name, project }) => (
          <li key={id}>
            <Button variant="default" size="xs" onClick={() => onChoose(id)}>
              <ForeignText inline>{project === null ? name : `${project.key} / ${name}`}</ForeignText>
            </Button>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN ? (
        <p className={classes.note}>There are more. Search to find another one.</p>
      ) : null}
    </>
  )
}

/** The repository that the commands are for: searched, then shown with a way to another one. */
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
          <ForeignText inline>{data?.name ?? repositoryId}</ForeignText>
        </strong>
        {data === undefined && error !== null ? ` (${problemText[problemOf(error).kind].title})` : null}
      </span>
      <Button variant="default" size="xs" onClick={() => onChoose(null)}>
        Choose another repository
      </Button>
    </p>
  )
}
