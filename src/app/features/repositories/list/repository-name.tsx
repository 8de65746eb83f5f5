import type { Repository } from '#contract/repository.ts'
import { paths } from '#app/paths.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import classes from './repositories-page.module.css'
import { RepositoryStateMark } from '#app/features/repositories/details/repository-state-mark.tsx'

/** A repository's name, linked to its page, with whatever is not as usual about it. */
export const RepositoryName = ({ repository }: { repository: Repository }) => (
  <span className={classes.name}>
    <NamedLink id={repository.id} to={paths.repository} showsWhy>
      {repository.name}
    </NamedLink>
    {repository.state === 'AVAILABLE' ? null : <RepositoryStateMark state={repository.state} />}
    {repository.archived === true ? <StateMark tone="off">Archived</StateMark> : null}
  </span>
)
