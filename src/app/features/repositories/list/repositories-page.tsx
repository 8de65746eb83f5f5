import { keepPreviousData, useQueryClient } from '@tanstack/react-query'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { Repository } from '#contract/repository.ts'
import { isWhole } from '#app/api/presence.ts'
import { isListed, repositoriesQuery } from '#app/domain/repository/repositories.ts'
import { Page } from '#app/ui/page/page.tsx'
import { ListView } from '#app/ui/table/list-view.tsx'
import { foundRows } from '#app/ui/table/long/found-rows.ts'
import { useTableParams } from '#app/ui/table/use-table-params.ts'
import { AskRows } from './ask-rows.tsx'
import { NoRepositories } from './no-repositories.tsx'
import classes from './repositories-page.module.css'
import { ProjectFilter } from './project-filter.tsx'
import { listedColumns, repositoryColumns, withMirrors } from './repository-columns.tsx'
import { useMirrorsColumn } from './use-mirrors-column.tsx'

const idOf = ({ id }: Repository): string => id
const textsOf = ({ name }: Repository) => [name]

/** The rows of the whole list that Bitbucket's search would find by name and project key. */
const rowsIn = (rows: readonly Repository[], search: string, projectKey: string): readonly Repository[] => {
  const wanted = projectKey.toLowerCase()
  const ofProject = wanted === '' ? rows : rows.filter(({ project }) => project?.key.toLowerCase() === wanted)
  return foundRows(ofProject, search, textsOf)
}

/** The repositories that the account may see: the list with hashes, or what Bitbucket's search finds. */
export const RepositoriesPage = () => {
  const { search } = useTableParams()
  const client = useQueryClient()
  const [params] = useSearchParams()
  const project = params.get('project') ?? ''
  // Asked at every render: a refusal of the list is news of the query that this one gives way to.
  const query = usePagedList({
    ...repositoriesQuery(client, search, project),
    // The rows of the search before stay, dimmed, until the new ones are there.
    placeholderData: keepPreviousData,
  })
  const { data } = query
  const isSearch = !isListed(client, search, project)
  const rows = useMemo(
    () => (data && !isSearch ? rowsIn(data.rows, search, project) : data?.rows),
    [data, isSearch, search, project],
  )
  const mirrorsColumn = useMirrorsColumn()
  const columns = useMemo(
    () => withMirrors(isSearch ? repositoryColumns : listedColumns, mirrorsColumn),
    [isSearch, mirrorsColumn],
  )
  return (
    <Page title="Repositories" context="Open a repository to see on which mirrors it can be cloned.">
      <ListView
        table="repositories"
        label="Repositories"
        noun="repositories"
        query={query}
        rows={rows}
        rowId={idOf}
        columns={columns}
        searchPlaceholder="Search by name"
        filters={
          <>
            <ProjectFilter key={project} project={project} />
            <AskRows />
          </>
        }
        isBarKept
        isFiltered={project !== ''}
        isSearchedByServer={isSearch}
        problem={{ refusedTitle: 'You are not permitted to see repositories' }}
        note={
          isSearch ? (
            <p className={classes.dim}>
              {search !== '' || project !== ''
                ? 'Search results come without hashes: open a repository or its project to see them.'
                : 'Your account may not list hashes, so these rows come from the search. Open a repository to see its hashes.'}
            </p>
          ) : null
        }
        canSayEmpty={data !== undefined && isWhole(data)}
        empty={<NoRepositories search={search || project} />}
      />
    </Page>
  )
}
