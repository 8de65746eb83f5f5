import { usePagedList } from '#app/api/use-paged-list.ts'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { Repository } from '#contract/repository.ts'
import { foundRepositories, repositoryTexts } from '#app/domain/repository/found-repositories.ts'
import { projectRepositoriesQuery } from '#app/domain/repository/projects.ts'
import { RepositorySearch } from '#app/domain/repository/repository-search.tsx'
import { useRepositorySearch } from '#app/domain/repository/use-repository-search.ts'
import { paths } from '#app/paths.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { EmptyState } from '#app/ui/page/empty-state.tsx'
import type { Stale } from '#app/ui/page/stale-notice.tsx'
import { ListView } from '#app/ui/table/list-view.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { AskRows } from '#app/features/repositories/list/ask-rows.tsx'
import { listedColumns, withMirrors } from '#app/features/repositories/list/repository-columns.tsx'
import { useMirrorsColumn } from '#app/features/repositories/list/use-mirrors-column.tsx'
import { SearchNote } from '#app/features/repositories/list/search-note.tsx'
import { placeWords } from '#app/features/repositories/place-words.ts'

const idOf = ({ id }: Repository): string => id
const textsOf = (repository: Repository) => [...repositoryTexts(repository), repository.description]

// The project itself is the page.
const ownColumns = listedColumns.filter(({ id }) => id !== 'project')

/** The repositories of one project with their hashes; the search looks through all of them. */
export const ProjectRepositories = ({
  projectId,
  name,
  said,
}: {
  projectId: string
  name: string
  /** What the page says already about why it could not be read again. */
  said: Stale
}) => {
  const navigate = useNavigate()
  const search = useRepositorySearch()
  const { wanted } = search
  const query = usePagedList(projectRepositoriesQuery(projectId))
  const { data } = query
  const rows = useMemo(() => data && foundRepositories(data.rows, wanted, textsOf), [data, wanted])
  const mirrorsColumn = useMirrorsColumn()
  const columns = useMemo(() => withMirrors(ownColumns, mirrorsColumn), [mirrorsColumn])
  return (
    <ListView
      table="project"
      label={name}
      noun="repositories"
      query={query}
      said={said}
      rows={rows}
      rowId={idOf}
      columns={columns}
      filter={{ project: projectId }}
      filters={
        <>
          <RepositorySearch
            search={search}
            rows={rows}
            isSettled={rows !== undefined && (rows.length > 0 || !query.hasNextPage)}
            onOpen={(id) => void navigate(paths.repository(id))}
          />
          <AskRows />
        </>
      }
      note={
        <SearchNote
          search={search}
          hashes="shown"
          isSearched={wanted.kind !== 'any'}
          isOne={wanted.kind !== 'any' && rows?.length === 1}
          isProven={!query.hasNextPage}
          searchError={null}
        />
      }
      problem={{ words: placeWords.projectRepositories }}
      empty={
        <EmptyState
          title={
            wanted.kind === 'any'
              ? 'You see no repository in this project.'
              : `No repository matches "${plainOf(search.text)}"`
          }
        >
          {wanted.kind === 'any' ? null : (
            <TextLink to={paths.repositorySearch(search.text)}>Search all repositories</TextLink>
          )}
        </EmptyState>
      }
    />
  )
}
