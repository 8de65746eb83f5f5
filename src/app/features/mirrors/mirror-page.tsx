import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { mirrorQuery } from '#app/data/mirrors.ts'
import { preferredMirrorQuery } from '#app/data/preferred-mirror.ts'
import { problemOf } from '#app/data/problem.ts'
import { paths } from '#app/paths.ts'
import { FactsSkeleton } from '#app/ui/facts-skeleton.tsx'
import { ForeignText } from '#app/ui/foreign-text.tsx'
import { plainOf } from '#app/ui/hidden-characters.ts'
import { Page } from '#app/ui/page.tsx'
import { StaleNotice } from '#app/ui/stale-notice.tsx'
import { MirrorFacts } from './mirror-facts.tsx'
import { mirrorNameOf } from './mirror-name-of.ts'
import { MirrorProblem } from './mirror-problem.tsx'
import classes from './mirrors.module.css'
import { PreferredMark } from './preferred-mark.tsx'
import { useUpstreamClock } from './use-upstream-clock.ts'

/** One mirror server with all that Bitbucket's record says about it. */
export const MirrorPage = () => {
  const { id = '' } = useParams()
  const query = useQuery(mirrorQuery(id))
  const { data: preferred } = useQuery(preferredMirrorQuery)
  const { offsetMs, note } = useUpstreamClock()
  const { data: mirror, error } = query
  if (mirror === undefined || (error !== null && problemOf(error).kind === 'not-found')) {
    return (
      <Page title="Mirror server">
        {error ? <MirrorProblem error={error} onRetry={() => void query.refetch()} /> : <FactsSkeleton />}
      </Page>
    )
  }
  const name = mirrorNameOf(mirror)
  const isPreferred = preferred === undefined ? null : preferred?.id === mirror.id
  return (
    <Page
      title={plainOf(name)}
      heading={<ForeignText inline>{name}</ForeignText>}
      context={
        <>
          {isPreferred === true ? <PreferredMark /> : null}{' '}
          {note ?? "What Bitbucket's record says about this mirror server."}
        </>
      }
    >
      <StaleNotice error={error} updatedAt={query.dataUpdatedAt} />
      <MirrorFacts mirror={mirror} offsetMs={offsetMs} isPreferred={isPreferred} />
      <nav aria-label="Related pages" className={classes.links}>
        <Anchor component={Link} to={paths.mirrors}>
          All mirror servers
        </Anchor>
        <Anchor component={Link} to={paths.repositories}>
          See where a repository can be cloned
        </Anchor>
        <Anchor component={Link} to={paths.preferredMirror}>
          Choose your preferred mirror
        </Anchor>
      </nav>
    </Page>
  )
}
