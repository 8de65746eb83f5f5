import type { Catalogue } from './catalogue.ts'
import type { RepositoryRecord } from './records/repository-record.ts'
import { type Rows, rowsAt } from './rows.ts'

/** What to search for; an empty text matches everything. */
export type RepositorySearch = {
  readonly name: string
  readonly projectKey: string
  readonly projectName: string
  /** Which repositories by `archived`: only those that are not, only those that are, or both. */
  readonly archived: 'ACTIVE' | 'ARCHIVED' | 'ALL'
}

/** The value of the parameter `archived`: in any case, and by default only what is not archived (OpenAPI 9.4). */
export const archivedFilterOf = (text: string | null): RepositorySearch['archived'] => {
  const wanted = text?.toUpperCase()
  return wanted === 'ALL' || wanted === 'ARCHIVED' ? wanted : 'ACTIVE'
}

/** Rows of which some are holes: those whose archiving is not what was asked for. */
const withArchived = (
  rows: Rows<RepositoryRecord>,
  archived: RepositorySearch['archived'],
): Rows<RepositoryRecord> =>
  archived === 'ALL'
    ? rows
    : {
        size: rows.size,
        at: (index) => {
          const row = rows.at(index)
          return row?.archived === (archived === 'ARCHIVED') ? row : undefined
        },
      }

/**
 * Makes the search of a catalogue. Names are matched anywhere and without case, and slugs never; the project's key must
 * be equal, its name may match anywhere. The lower-case names are made once, on the first search.
 */
export const createRepositorySearch = (catalogue: Catalogue) => {
  let names: readonly string[] | undefined
  const { repositories } = catalogue
  return (search: RepositorySearch): Rows<RepositoryRecord> => {
    const name = search.name.trim().toLowerCase()
    const key = search.projectKey.trim().toLowerCase()
    const projectName = search.projectName.trim().toLowerCase()
    if (name === '' && key === '' && projectName === '') return withArchived(repositories, search.archived)
    names ??= Array.from({ length: repositories.size }, (_, index) => catalogue.nameAt(index).toLowerCase())
    const found: number[] = []
    for (const [index, candidate] of names.entries()) {
      if (name !== '' && !candidate.includes(name)) continue
      if (key !== '' || projectName !== '') {
        const project = catalogue.projectAt(index)
        if (key !== '' && project?.key.toLowerCase() !== key) continue
        if (projectName !== '' && !(project?.name.toLowerCase().includes(projectName) ?? false)) continue
      }
      found.push(index)
    }
    return withArchived(rowsAt(repositories, found), search.archived)
  }
}
