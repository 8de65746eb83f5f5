import { useQuery } from '@tanstack/react-query'
import { mirrorQuery } from '#app/domain/mirror/mirrors.ts'
import { useMirrorVerdict } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { preferredMirrorQuery } from '#app/domain/preference/preferred-mirror.ts'
import { upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'
import { paths } from '#app/paths.ts'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { MirrorFacts } from './mirror-facts.tsx'
import type { MirrorTabProps } from './mirror-tab.ts'
import classes from '#app/features/mirrors/mirrors.module.css'

/** What Bitbucket's record says, when it was read, and where to go from here. */
export const DetailsTab = ({ mirror, offsetMs }: MirrorTabProps) => {
  const { data: preferred } = useQuery(preferredMirrorQuery)
  const { data: upstream } = useQuery(upstreamVersionQuery)
  const { dataUpdatedAt } = useQuery(mirrorQuery(mirror.id))
  const verdict = useMirrorVerdict(mirror, dataUpdatedAt)
  return (
    <>
      <MirrorFacts
        mirror={mirror}
        verdict={verdict}
        offsetMs={offsetMs}
        isPreferred={preferred === undefined ? null : preferred?.id === mirror.id}
        upstreamVersion={upstream?.version ?? null}
      />
      <p className={classes.count}>
        Source: Bitbucket&apos;s record of this mirror, read <TimeAgo instant={dataUpdatedAt} />; its health
        also by its own answer to the console.
      </p>
      <nav aria-label="Related pages" className={classes.links}>
        <TextLink to={paths.repositories}>See where a repository can be cloned</TextLink>
        <TextLink to={paths.preferredMirror}>Choose your preferred mirror</TextLink>
      </nav>
    </>
  )
}
