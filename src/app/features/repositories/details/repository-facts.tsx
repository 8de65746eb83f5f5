import type { ReactNode } from 'react'
import type { Repository } from '#contract/repository.ts'
import { Facts } from '#app/ui/page/facts.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { DefaultBranch } from './default-branch.tsx'
import { HashValue } from './hash-value.tsx'
import { ProjectName } from '#app/features/repositories/list/project-name.tsx'
import classes from './repository-page.module.css'
import { RepositoryStateMark } from './repository-state-mark.tsx'
import { visibilityOf } from '#app/features/repositories/list/visibility-of.ts'

const archivedOf = ({ archived }: Repository): string =>
  archived === null ? 'not sent' : archived ? 'Yes' : 'No'

const facts: readonly { readonly name: string; readonly value: (repository: Repository) => ReactNode }[] = [
  { name: 'Project', value: ({ project }) => <ProjectName project={project} /> },
  { name: 'State on the primary', value: ({ state }) => <RepositoryStateMark state={state} /> },
  { name: 'Visibility', value: visibilityOf },
  { name: 'Archived', value: archivedOf },
  {
    name: 'Default branch',
    value: ({ properties }) => <DefaultBranch refName={properties.defaultBranchId} />,
  },
  {
    name: 'Content hash',
    value: ({ properties }) => <HashValue hash={properties.contentHash} name="content hash" />,
  },
  {
    name: 'Metadata hash',
    value: ({ properties }) => <HashValue hash={properties.metadataHash} name="metadata hash" />,
  },
  { name: 'Id', value: ({ id }) => <Identifier>{id}</Identifier> },
]

const HALF = facts.length / 2

/** What the primary says about a repository, in two columns where there is room; a skeleton while it is loading. */
export const RepositoryFacts = ({ repository }: { repository: Repository | undefined }) => {
  const shown = facts.map(({ name, value }) => ({
    name,
    value: repository ? value(repository) : <span className={classes.bone} />,
  }))
  return (
    <div className={classes.facts}>
      <Facts facts={shown.slice(0, HALF)} />
      <Facts facts={shown.slice(HALF)} />
    </div>
  )
}
