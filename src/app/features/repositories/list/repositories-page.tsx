import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { Repository } from '#contract/repository.ts'
import { isWhole } from '#app/api/presence.ts'
import { isListed, repositoriesQuery } from '#app/domain/repository/repositories.ts'
import { DataTable } from '#app/ui/table/data-table.tsx'
import { Page } from '#app/ui/page/page.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { SearchBox } from '#app/ui/form/search-box.tsx'
import { foundRows } from '#app/ui/table/long/found-rows.ts'
import { StaleNotice } from '#app/ui/page/stale-notice.tsx'
import { TableTools } from '#app/ui/table/table-tools.tsx'
import { UnreadableRows } from '#app/ui/table/unreadable-rows.tsx'
import { useHiddenColumns } from '#app/ui/table/use-hidden-columns.ts'
import { useTableParams } from '#app/ui/table/use-table-params.ts'
import { PagedListProgress } from '#app/ui/table/paged-list-progress.tsx'
import { pagedListSource } from '#app/ui/table/paged-list-source.ts'
import { NoRepositories } from './no-repositories.tsx'
import classes from './repositories-page.module.css'
import { ProjectFilter } from './project-filter.tsx'
import { listedColumns, repositoryColumns } from './repository-columns.tsx'

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
  const { search, setSearch, sort, setSort } = useTableParams()
  const client = useQueryClient()
  const [params] = useSearchParams()
  const project = params.get('project') ?? ''
  // Asked at every render: a refusal of the list is news of the query that this one gives way to.
  const query = useInfiniteQuery({
    ...repositoriesQuery(client, search, project),
    // The rows of the search before stay, dimmed, until the new ones are there.
    placeholderData: keepPreviousData,
  })
  const { data, error } = query
  const isSearch = !isListed(client, search, project)
  const rows = useMemo(
    () => (data && !isSearch ? rowsIn(data.rows, search, project) : data?.rows),
    [data, isSearch, search, project],
  )
  const columns = isSearch ? repositoryColumns : listedColumns
  const choice = useHiddenColumns('repositories', columns)
  return (
    <Page title="Repositories" context="Open a repository to see on which mirrors it can be cloned.">
      <div className={classes.bar}>
        <SearchBox value={search} onChange={setSearch} placeholder="Search by name" />
        <ProjectFilter key={project} project={project} />
        <PagedListProgress
          key={`${project} ${search}`}
          query={query}
          noun="repositories"
          shown={rows?.length ?? 0}
        />
        <TableTools
          columns={columns}
          choice={choice}
          sort={sort}
          source={pagedListSource(query, {
            label: 'Repositories',
            noun: 'repositories',
            rows: query.isPlaceholderData ? undefined : rows,
          })}
        />
      </div>
      {data === undefined && error !== null ? (
        <ProblemPanel
          error={error}
          refusedTitle="You are not permitted to see repositories"
          onRetry={() => void query.refetch()}
        />
      ) : (
        <>
          {isSearch ? (
            <p className={classes.dim}>
              {search !== '' || project !== ''
                ? 'Search results come without hashes: open a repository or its project to see them.'
                : 'Your account may not list hashes, so these rows come from the search. Open a repository to see its hashes.'}
            </p>
          ) : null}
          {query.isFetchNextPageError ? null : <StaleNotice error={error} updatedAt={query.dataUpdatedAt} />}
          <div className={classes.rows} data-previous={query.isPlaceholderData}>
            <DataTable
              label="Repositories"
              columns={columns}
              hidden={choice.hidden}
              rows={rows}
              rowId={idOf}
              sort={sort}
              onSort={setSort}
              empty={
                data && (query.hasNextPage || isWhole(data)) ? (
                  <NoRepositories search={search || project} hasMore={query.hasNextPage} />
                ) : null
              }
            />
          </div>
          <UnreadableRows rows={data?.unreadable ?? []} />
        </>
      )}
    </Page>
  )
}
