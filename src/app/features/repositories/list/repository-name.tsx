import { isSafeId } from '#contract/path.ts'
import type { Repository } from '#contract/repository.ts'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import classes from './repositories-page.module.css'
import { RepositoryStateMark } from '#app/features/repositories/details/repository-state-mark.tsx'

/** A repository's name, linked to its page, with whatever is not as usual about it. */
export const RepositoryName = ({ repository }: { repository: Repository }) => (
  <span className={classes.name}>
    {isSafeId(repository.id) ? (
      <TextLink to={paths.repository(repository.id)}>
        <ForeignText inline>{repository.name}</ForeignText>
      </TextLink>
    ) : (
      <span title="Its id has characters that cannot stand in an address, so it has no page.">
        <ForeignText inline>{repository.name}</ForeignText> (no page: unusable id)
      </span>
    )}
    {repository.state === 'AVAILABLE' ? null : <RepositoryStateMark state={repository.state} />}
    {repository.archived === true ? <StateMark tone="off">Archived</StateMark> : null}
  </span>
)
