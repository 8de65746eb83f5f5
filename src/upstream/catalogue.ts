import { sentIdOf } from './json-text.ts'
import type { ProjectRecord } from './records/project-record.ts'
import type { RepositoryRecord } from './records/repository-record.ts'
import { type Rows, rowsAt, rowsOfList } from './rows.ts'

/** Projects and repositories. They never change, so a large catalogue makes its rows only when asked. */
export type Catalogue = {
  readonly projects: Rows<ProjectRecord>
  readonly repositories: Rows<RepositoryRecord>
  /** The name at an index, without making the row. */
  nameAt(index: number): string
  /** The project of the repository at an index, without making the row. */
  projectAt(index: number): ProjectRecord | null
  repositoriesOf(project: ProjectRecord): Rows<RepositoryRecord>
  findRepository(id: string): RepositoryRecord | undefined
  findProject(id: string): ProjectRecord | undefined
}

/** A catalogue of rows that all exist already. `undefined` among the repositories is a hole in the paging. */
export const catalogueOf = (
  projects: readonly ProjectRecord[],
  repositories: readonly (RepositoryRecord | undefined)[],
): Catalogue => {
  const rows: Rows<RepositoryRecord> = { size: repositories.length, at: (index) => repositories[index] }
  return {
    projects: rowsOfList(projects),
    repositories: rows,
    nameAt: (index) => repositories[index]?.name ?? '',
    projectAt: (index) => repositories[index]?.project ?? null,
    repositoriesOf: (project) =>
      rowsAt(
        rows,
        repositories.flatMap((repository, index) => (repository?.project?.id === project.id ? [index] : [])),
      ),
    findRepository: (id) =>
      repositories.find((repository) => repository !== undefined && sentIdOf(repository) === id),
    findProject: (id) => projects.find((project) => String(project.id) === id),
  }
}
