import type { Repository } from '#contract/repository.ts'
import { type Fact, Facts } from '#app/ui/page/facts.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { DefaultBranch } from './default-branch.tsx'
import { HashValue } from './hash-value.tsx'
import { ProjectName } from '#app/features/repositories/list/project-name.tsx'
import classes from './repository-page.module.css'
import { RepositoryStateMark } from './repository-state-mark.tsx'
import { visibilityOf } from '#app/features/repositories/list/visibility-of.ts'

const archivedOf = ({ archived }: Repository): string =>
  archived === null ? 'not sent' : archived ? 'Yes' : 'No'

const factsOf = (repository: Repository): readonly Fact[] => [
  { name: 'Project', value: <ProjectName project={repository.project} /> },
  { name: 'State on the primary', value: <RepositoryStateMark state={repository.state} /> },
  { name: 'Visibility', value: visibilityOf(repository) },
  { name: 'Archived', value: archivedOf(repository) },
  { name: 'Default branch', value: <DefaultBranch refName={repository.properties.defaultBranchId} /> },
  {
    name: 'Content hash',
    value: <HashValue hash={repository.properties.contentHash} name="content hash" />,
  },
  {
    name: 'Metadata hash',
    value: <HashValue hash={repository.properties.metadataHash} name="metadata hash" />,
  },
  { name: 'Id', value: <Identifier>{repository.id}</Identifier> },
]

const skeleton: readonly Fact[] = [
  'Project',
  'State on the primary',
  'Visibility',
  'Archived',
  'Default branch',
  'Content hash',
  'Metadata hash',
  'Id',
].map((name) => ({ name, value: <span className={classes.bone} /> }))

const HALF = skeleton.length / 2

/** What the primary says about a repository, in two columns where there is room; bones while it is loading. */
export const RepositoryFacts = ({ repository }: { repository: Repository | undefined }) => {
  const facts = repository ? factsOf(repository) : skeleton
  return (
    <div className={classes.facts}>
      <Facts facts={facts.slice(0, HALF)} />
      <Facts facts={facts.slice(HALF)} />
    </div>
  )
}
