import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Repository } from '#contract/repository.ts'
import { isEmpty } from '#app/api/presence.ts'
import { problemOf } from '#app/api/problem.ts'
import { projectRepositoriesQuery } from '#app/domain/repository/projects.ts'
import { DataTable } from '#app/ui/table/data-table.tsx'
import { EmptyState } from '#app/ui/page/empty-state.tsx'
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
import classes from '#app/features/repositories/list/repositories-page.module.css'
import { projectColumns } from './project-columns.ts'
import { projectProblem } from './project-problem.ts'

const idOf = ({ id }: Repository): string => id
const textsOf = ({ name, slug, description }: Repository) => [name, slug, description]
const NONE: readonly Repository[] = []

/** The repositories of one project with their hashes; the search looks through those that are loaded. */
export const ProjectRepositories = ({ projectId, name }: { projectId: string; name: string }) => {
  const { search, setSearch, sort, setSort } = useTableParams()
  const query = useInfiniteQuery(projectRepositoriesQuery(projectId))
  const choice = useHiddenColumns('project', projectColumns)
  const { data, error } = query
  const rows = useMemo(
    () => (data === undefined ? undefined : foundRows(data.rows, search, textsOf)),
    [data, search],
  )
  if (data === undefined && error !== null) {
    const { canRetry, ...words } = projectProblem.repositories(problemOf(error).kind)
    return (
      <ProblemPanel error={error} {...words} {...(canRetry ? { onRetry: () => void query.refetch() } : {})} />
    )
  }
  return (
    <>
      <div className={classes.bar}>
        <SearchBox value={search} onChange={setSearch} placeholder="Search loaded repositories" />
        <PagedListProgress query={query} noun="repositories" shown={(rows ?? NONE).length} />
        <TableTools
          columns={projectColumns}
          choice={choice}
          sort={sort}
          source={pagedListSource(query, { label: name, noun: 'repositories', rows })}
        />
      </div>
      {query.isFetchNextPageError ? null : <StaleNotice error={error} updatedAt={query.dataUpdatedAt} />}
      <DataTable
        label={name}
        columns={projectColumns}
        hidden={choice.hidden}
        rows={rows}
        rowId={idOf}
        sort={sort}
        onSort={setSort}
        empty={
          data && (search !== '' || isEmpty(data)) ? (
            <EmptyState
              title={
                search === ''
                  ? 'You see no repository in this project.'
                  : `No loaded repository matches "${search}"`
              }
            />
          ) : null
        }
      />
      <UnreadableRows rows={data?.unreadable ?? []} />
    </>
  )
}
