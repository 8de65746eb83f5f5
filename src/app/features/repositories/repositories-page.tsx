import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Repository } from '#contract/repository.ts'
import { problemOf } from '#app/data/problem.ts'
import { repositorySearchQuery } from '#app/data/repositories.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Page } from '#app/ui/page.tsx'
import { ProblemPanel } from '#app/ui/problem-panel.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { StaleNotice } from '#app/ui/stale-notice.tsx'
import { UnreadableRows } from '#app/ui/unreadable-rows.tsx'
import { useTableParams } from '#app/ui/use-table-params.ts'
import { WalkProgress } from '#app/ui/walk-progress.tsx'
import { NoRepositories } from './no-repositories.tsx'
import classes from './repositories-page.module.css'
import { repositoryColumns } from './repository-columns.tsx'

const idOf = ({ id }: Repository): string => id

/** The repositories that the account may see, searched by name on the server. */
export const RepositoriesPage = () => {
  const { search, setSearch, sort, setSort } = useTableParams()
  const query = useInfiniteQuery({
    ...repositorySearchQuery(search),
    // The rows of the search before stay, dimmed, until the new ones are there.
    placeholderData: keepPreviousData,
  })
  const { data, error } = query
  const isRefused = error !== null && problemOf(error).kind === 'not-permitted'
  return (
    <Page title="Repositories" context="Open a repository to see on which mirrors it can be cloned.">
      <div className={classes.bar}>
        <SearchBox value={search} onChange={setSearch} placeholder="Search by name" />
        <WalkProgress key={search} query={query} noun="repositories" shown={data?.rows.length ?? 0} />
      </div>
      {data === undefined && error !== null ? (
        <ProblemPanel
          error={error}
          {...(isRefused
            ? { title: 'You are not permitted to see repositories' }
            : { onRetry: () => void query.refetch() })}
        />
      ) : (
        <>
          {query.isFetchNextPageError ? null : <StaleNotice error={error} updatedAt={query.dataUpdatedAt} />}
          <div className={classes.rows} data-previous={query.isPlaceholderData}>
            <DataTable
              label="Repositories"
              columns={repositoryColumns}
              rows={data?.rows}
              rowId={idOf}
              sort={sort}
              onSort={setSort}
              empty={
                data?.unreadable.length === 0 ? (
                  <NoRepositories search={search} hasMore={query.hasNextPage} />
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
