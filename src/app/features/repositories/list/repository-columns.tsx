import type { Repository } from '#contract/repository.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { identifierColumn } from '#app/ui/table/columns/identifier-column.tsx'
import type { TableColumn } from '#app/ui/table/table-column.ts'
import { hashedColumns } from './hashed-columns.tsx'
import { ProjectName } from './project-name.tsx'
import classes from './repositories-page.module.css'
import { RepositoryName } from './repository-name.tsx'
import { visibilityOf } from './visibility-of.ts'

/** The columns of the list of repositories. */
export const repositoryColumns: readonly TableColumn<Repository>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: (repository) => <RepositoryName repository={repository} />,
    text: ({ name }) => name,
    sortValue: ({ name }) => name,
    width: '32%',
  },
  {
    id: 'project',
    header: 'Project',
    cell: ({ project }) => (
      <span>
        <ProjectName project={project} />
      </span>
    ),
    text: ({ project }) => project?.key ?? null,
    sortValue: ({ project }) => project?.key ?? null,
    width: '24%',
  },
  {
    id: 'visibility',
    header: 'Visibility',
    cell: (repository) => visibilityOf(repository),
    text: visibilityOf,
    value: (repository) => (repository.public === null ? null : visibilityOf(repository)),
    sortValue: ({ public: isPublic }) => (isPublic === null ? null : isPublic ? 0 : 1),
    width: '112px',
  },
  {
    id: 'description',
    header: 'Description',
    cell: ({ description }) =>
      description === null || description === '' ? (
        <span className={classes.dim}>none</span>
      ) : (
        <span className={classes.description}>
          <ForeignText inline>{description}</ForeignText>
        </span>
      ),
    text: ({ description }) => description,
  },
  identifierColumn('id', 'Repository id', ({ id }) => id),
]

const column = (id: string) => repositoryColumns.filter((column) => column.id === id)

/** The columns where the rows come with hashes; descriptions give way to them. */
export const listedColumns: readonly TableColumn<Repository>[] = [
  ...column('name'),
  ...column('project'),
  ...hashedColumns,
  ...column('visibility'),
]

/** Columns with that of the mirrors before the visibility. */
export const withMirrors = (
  columns: readonly TableColumn<Repository>[],
  mirrors: TableColumn<Repository>,
): readonly TableColumn<Repository>[] =>
  columns.flatMap((column) => (column.id === 'visibility' ? [mirrors, column] : [column]))
