import type { Repository } from '#contract/repository.ts'
import { foldedText } from '#app/text/folded-text.ts'
import { foundRows } from '#app/ui/table/long/found-rows.ts'
import type { RepositoryPlace } from './repository-address.ts'
import type { WantedRepository } from './wanted-repository.ts'

type Texts = (repository: Repository) => readonly (string | null)[]

/** What a repository is found by: its name, and its project's key and its slug as addresses have them. */
export const repositoryTexts: Texts = ({ name, slug, project }) => [
  name,
  `${project?.key ?? ''}/${slug ?? ''}`,
]

const nameTexts: Texts = ({ name }) => [name]

/** Whether a repository is in the project with this key, in any case. */
export const isInProject = ({ project }: Pick<Repository, 'project'>, projectKey: string): boolean =>
  project !== null && foldedText(project.key) === foldedText(projectKey)

const isAt = (repository: Repository, { projectKey, slug }: RepositoryPlace): boolean =>
  repository.slug !== null &&
  foldedText(repository.slug) === foldedText(slug) &&
  isInProject(repository, projectKey)

/** `KEY/slug` that is there is what was meant, beside a name that holds it; else it is a part of some. */
const namedOrAt = (
  rows: readonly Repository[],
  wanted: RepositoryPlace & { readonly text: string },
  textsOf: Texts,
): readonly Repository[] => {
  const exact = rows.filter((row) => isAt(row, wanted))
  const others =
    exact.length > 0
      ? foundRows(rows, wanted.text, nameTexts)
      : [
          ...foundRows(rows, `${wanted.projectKey}/${wanted.slug}`, textsOf),
          ...foundRows(rows, wanted.text, textsOf),
        ]
  return [...new Set([...exact, ...others])]
}

/**
 * The rows that are what was asked for, in their order.
 *
 * @param textsOf what a row is found by where names are searched; the same function for all calls.
 */
export const foundRepositories = (
  rows: readonly Repository[],
  wanted: WantedRepository,
  textsOf: Texts = repositoryTexts,
): readonly Repository[] => {
  switch (wanted.kind) {
    case 'any':
      return rows
    case 'named':
      return foundRows(rows, wanted.text, textsOf)
    case 'named-or-at':
      return namedOrAt(rows, wanted, textsOf)
    case 'at':
      return rows.filter((row) => isAt(row, wanted))
    case 'in-project':
      return rows.filter((row) => isInProject(row, wanted.projectKey))
    case 'nowhere':
      return []
  }
}
