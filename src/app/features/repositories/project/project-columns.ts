import type { Repository } from '#contract/repository.ts'
import type { TableColumn } from '#app/ui/table/table-column.ts'
import { hashedColumns } from '#app/features/repositories/list/hashed-columns.tsx'
import { repositoryColumns } from '#app/features/repositories/list/repository-columns.tsx'

/** The columns of a project's repositories: the project itself is the page. */
export const projectColumns: readonly TableColumn<Repository>[] = [
  ...repositoryColumns.filter(({ id }) => id === 'name'),
  ...hashedColumns,
  ...repositoryColumns.filter(({ id }) => id === 'visibility'),
]
