import type { Repository } from '#contract/repository.ts'
import { ForeignText } from '#app/ui/foreign-text.tsx'
import type { TableColumn } from '#app/ui/table-column.ts'
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
    sortValue: ({ project }) => project?.key ?? null,
    width: '24%',
  },
  {
    id: 'visibility',
    header: 'Visibility',
    cell: (repository) => visibilityOf(repository),
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
  },
]
