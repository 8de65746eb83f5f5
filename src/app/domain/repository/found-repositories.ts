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
  wanted: RepositoryPlace & { readonly text: string },
  where: (isFound: (row: Repository) => boolean) => readonly Repository[],
  holding: (text: string, texts?: Texts) => readonly Repository[],
): readonly Repository[] => {
  const exact = where((row) => isAt(row, wanted))
  const others =
    exact.length > 0
      ? holding(wanted.text, nameTexts)
      : [...holding(`${wanted.projectKey}/${wanted.slug}`), ...holding(wanted.text)]
  return [...new Set([...exact, ...others])]
}

const NONE: readonly never[] = []

/** What one way to look finds in the rows of a list, and after that in those beside it. */
const inBoth = (
  rows: readonly Repository[],
  beside: readonly Repository[],
  find: (rows: readonly Repository[]) => readonly Repository[],
): readonly Repository[] => (beside.length === 0 ? find(rows) : [...find(rows), ...find(beside)])

/**
 * The rows that are what was asked for, in their order.
 *
 * @param textsOf what a row is found by where names are searched; the same function for all calls.
 * @param beside more rows to look through after them. Apart from a list that grows, of which only what is new is looked
 * through.
 */
export const foundRepositories = (
  rows: readonly Repository[],
  wanted: WantedRepository,
  textsOf: Texts = repositoryTexts,
  beside: readonly Repository[] = NONE,
): readonly Repository[] => {
  const where = (isFound: (row: Repository) => boolean) =>
    inBoth(rows, beside, (some) => some.filter((row) => isFound(row)))
  const holding = (text: string, texts = textsOf) =>
    inBoth(rows, beside, (some) => foundRows(some, text, texts))
  switch (wanted.kind) {
    case 'any':
      return inBoth(rows, beside, (some) => some)
    case 'named':
      return holding(wanted.text)
    case 'named-or-at':
      return namedOrAt(wanted, where, holding)
    case 'at':
      return where((row) => isAt(row, wanted))
    case 'in-project':
      return where((row) => isInProject(row, wanted.projectKey))
    case 'nowhere':
      return NONE
  }
}
