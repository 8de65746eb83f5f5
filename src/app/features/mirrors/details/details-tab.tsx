import { useQuery } from '@tanstack/react-query'
import { useIsGathering } from '#app/browser/use-is-gathering.ts'
import { sightsQuery } from '#app/domain/mirror/mirror-checks.ts'
import { mirrorQuery, mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { useMirrorVerdict } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { preferredMirrorQuery } from '#app/domain/preference/preferred-mirror.ts'
import { upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'
import { paths } from '#app/paths.ts'
import { FactsSkeleton } from '#app/ui/page/facts-skeleton.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { HealthCard } from './health-card.tsx'
import { MirrorFacts } from './mirror-facts.tsx'
import type { MirrorTabProps } from './mirror-tab.ts'
import { PresentFacts } from './present-facts.tsx'
import { RelatedLists } from './related-lists.tsx'
import classes from '#app/features/mirrors/mirrors.module.css'

/** How the mirror is and what that rests on, what Bitbucket's record says, and where to go from here. */
export const DetailsTab = ({ mirror, offsetMs }: MirrorTabProps) => {
  const { data: preferred } = useQuery(preferredMirrorQuery)
  const { data: upstream } = useQuery(upstreamVersionQuery)
  const mirrors = useQuery(mirrorsQuery)
  const { data: sights, isFetching } = useQuery(sightsQuery)
  const { dataUpdatedAt } = useQuery(mirrorQuery(mirror.id))
  const verdict = useMirrorVerdict(mirror, dataUpdatedAt)
  const sight = sights?.get(mirror.id) ?? null
  const awaited = [sight === null && isFetching, mirrors.isLoading].filter(Boolean).length
  if (useIsGathering(awaited)) return <FactsSkeleton />
  return (
    <>
      <HealthCard
        mirror={mirror}
        verdict={verdict}
        sight={sight}
        readAt={dataUpdatedAt}
        offsetMs={offsetMs}
      />
      <PresentFacts
        mirror={mirror}
        verdict={verdict}
        sight={sight}
        upstreamVersion={upstream?.version ?? null}
      />
      <RelatedLists mirror={mirror} />
      <MirrorFacts
        mirror={mirror}
        isPreferred={preferred === undefined ? null : preferred?.id === mirror.id}
      />
      <nav aria-label="Related pages" className={classes.links}>
        <TextLink to={paths.repositories}>See where a repository can be cloned</TextLink>
        <TextLink to={paths.preferredMirror}>Choose your preferred mirror</TextLink>
      </nav>
    </>
  )
}
