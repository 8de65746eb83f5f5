import type { UseMutationResult } from '@tanstack/react-query'
import type { MirrorEventType } from '#app/domain/mirror/mirror-writes.ts'
import { mayHaveTakenEffect } from '#app/api/problem-traits.ts'
import { problemOf } from '#app/api/problem.ts'
import { paths } from '#app/paths.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { ProblemPanel, type ProblemWords } from '#app/ui/page/problem-panel.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'

type Publish = Pick<
  UseMutationResult<undefined, Error, { type: MirrorEventType; repositoryId: string }>,
  'status' | 'error' | 'variables'
>

const UNKNOWN = {
  title: 'Outcome unknown',
  meaning:
    'The answer was lost. The event may be queued or not, and Bitbucket shows no queue to check. Publishing it again may queue it twice.',
}

const refusalWords: ProblemWords = {
  'not-permitted': { title: 'You are not permitted to publish events' },
  'not-found': {
    title: 'Bitbucket does not know this repository or this mirror',
    meaning: 'Nothing was queued. One of them may have been removed just now.',
  },
}

/** The result of publishing. "Queued" is all that Bitbucket ever says. */
export const EventResult = ({ publish }: { publish: Publish }) => {
  if (publish.status === 'success') {
    return (
      <div role="status" className={classes.foreign}>
        <StateMark tone="busy">Queued</StateMark>
        <p>
          Bitbucket took the event. That is not the same as done: Bitbucket does not show when or whether it
          is handled.{' '}
          <TextLink to={paths.repository(publish.variables?.repositoryId ?? '')}>
            Ask the mirrors about this repository
          </TextLink>
        </p>
      </div>
    )
  }
  if (publish.status !== 'error') return null
  const isUnknown = mayHaveTakenEffect(problemOf(publish.error))
  return <ProblemPanel error={publish.error} {...(isUnknown ? UNKNOWN : { words: refusalWords })} />
}
