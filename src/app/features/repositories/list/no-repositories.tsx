import { keyText, type WantedRepository } from '#app/domain/repository/wanted-repository.ts'
import { paths } from '#app/paths.ts'
import { counted } from '#app/text/counted.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { EmptyState } from '#app/ui/page/empty-state.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'

const titleOf = (wanted: WantedRepository, project: string): string => {
  switch (wanted.kind) {
    case 'named':
    case 'named-or-at':
      return `No repository matches "${plainOf(wanted.text)}"`
    case 'at':
      return `No repository matches "${keyText(wanted.projectKey)}/${wanted.slug}"`
    case 'in-project':
      return `No repository in project ${keyText(wanted.projectKey)} that you can see`
    case 'any':
    case 'nowhere':
      return `No repository in project ${plainOf(project)} that you can see`
  }
}

/** What was searched, so that the answer can be judged. */
const searchedOf = (wanted: WantedRepository, project: string, count: number): string => {
  const all = counted(count, 'repository', 'repositories')
  if (project !== '') return `Only project ${plainOf(project)} was searched.`
  if (wanted.kind === 'named') return `Searched by name, slug and project key: ${all} that you can see.`
  if (wanted.kind !== 'at' && wanted.kind !== 'named-or-at') return ''
  const place = `Searched: slugs in project ${keyText(wanted.projectKey)} as far as you can see it`
  return wanted.kind === 'at' ? `${place}.` : `${place}, and names.`
}

/**
 * A list without rows: because of the search, or because of the account.
 *
 * @param count how many repositories were read.
 */
export const NoRepositories = ({
  wanted,
  project,
  count,
}: {
  wanted: WantedRepository
  project: string
  count: number
}) => {
  if (wanted.kind === 'any' && project === '') {
    return (
      <EmptyState title="This account can see no repository.">
        <p>Ask a project administrator for read access.</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={titleOf(wanted, project)}>
      <p>{searchedOf(wanted, project, count)}</p>
      <TextLink to={paths.repositories}>Clear the search</TextLink>
    </EmptyState>
  )
}
