import { usePagedList } from '#app/api/use-paged-list.ts'
import { useMemo } from 'react'
import type { Repository } from '#contract/repository.ts'
import { projectRepositoriesQuery } from '#app/domain/repository/projects.ts'
import { EmptyState } from '#app/ui/page/empty-state.tsx'
import { ListView } from '#app/ui/table/list-view.tsx'
import { foundRows } from '#app/ui/table/long/found-rows.ts'
import { useTableParams } from '#app/ui/table/use-table-params.ts'
import { AskRows } from '#app/features/repositories/list/ask-rows.tsx'
import { listedColumns, withMirrors } from '#app/features/repositories/list/repository-columns.tsx'
import { useMirrorsColumn } from '#app/features/repositories/list/use-mirrors-column.tsx'
import { placeWords } from '#app/features/repositories/place-words.ts'

const idOf = ({ id }: Repository): string => id
const textsOf = ({ name, slug, description }: Repository) => [name, slug, description]

// The project itself is the page.
const ownColumns = listedColumns.filter(({ id }) => id !== 'project')

/** The repositories of one project with their hashes; the search looks through all of them. */
export const ProjectRepositories = ({ projectId, name }: { projectId: string; name: string }) => {
  const { search } = useTableParams()
  const query = usePagedList(projectRepositoriesQuery(projectId))
  const { data } = query
  const rows = useMemo(() => data && foundRows(data.rows, search, textsOf), [data, search])
  const mirrorsColumn = useMirrorsColumn()
  const columns = useMemo(() => withMirrors(ownColumns, mirrorsColumn), [mirrorsColumn])
  return (
    <ListView
      table="project"
      label={name}
      noun="repositories"
      query={query}
      rows={rows}
      rowId={idOf}
      columns={columns}
      filters={<AskRows />}
      searchPlaceholder="Search name or description"
      problem={{ words: placeWords.projectRepositories }}
      empty={
        <EmptyState
          title={
            search === '' ? 'You see no repository in this project.' : `No repository matches "${search}"`
          }
        />
      }
    />
  )
}
