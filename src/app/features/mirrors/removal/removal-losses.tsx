import { Button } from '@mantine/core'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { LossSummary } from '#app/domain/coverage/loss-summary.tsx'
import { numberText } from '#app/text/number-text.ts'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/page/text-link.tsx'
import classes from './removal.module.css'
import { MORE, useRemovalLosses } from './use-removal-losses.ts'

/**
 * Which projects lose their last mirror, each judged by one repository, with how many were not checked and the way to
 * check more.
 */
export const RemovalLosses = ({ mirror }: { mirror: MirrorServer }) => {
  const { losses, refusal, isRead, error, checking, checkMore, stop } = useRemovalLosses(mirror)
  if (error !== null && !isRead) return <>Not known: {problemText[problemOf(error).kind].title}.</>
  if (!isRead) return <>Reading the projects</>
  const { unchecked } = losses.extent
  return (
    <div className={classes.losses}>
      <LossSummary losses={losses} />
      {refusal === null ? null : (
        <span className={classes.dim}>
          Bitbucket did not give its list of projects ({problemText[refusal].title}). Known are those of the
          first repositories.
        </span>
      )}
      <span role="status" className={classes.dim}>
        {checking.isAsking ? 'Asking mirrors. You need not wait.' : ''}
        {checking.problem === null ? '' : `Stopped: ${problemText[checking.problem.kind].title}.`}
      </span>
      {checking.isAsking ? (
        <Button size="xs" variant="default" onClick={stop}>
          Stop asking
        </Button>
      ) : unchecked > 0 ? (
        <Button size="xs" variant="default" onClick={checkMore}>
          Check {numberText(Math.min(unchecked, MORE.projects))} more, with at most {MORE.questions} questions
        </Button>
      ) : null}
      <TextLink to={paths.coverageWithout(mirror.id)}>See coverage without this mirror</TextLink>
    </div>
  )
}
