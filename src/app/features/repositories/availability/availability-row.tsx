import { cutText } from '#contract/cut-text.ts'
import { Button } from '@mantine/core'
import { memo, Suspense, useState } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { isSafeId } from '#contract/path.ts'
import { isServing } from '#app/domain/availability/availability-words.ts'
import type { Verdict } from '#health/mirror-verdict.ts'
import { SilencedUntil } from '#app/domain/mirror/silence/silenced-until.tsx'
import { VerdictMark } from '#app/domain/mirror/verdict-mark.tsx'
import { isWrong } from '#health/verdict-severity.ts'
import { paths } from '#app/paths.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import { AvailabilityAnswer } from './availability-answer.tsx'
import classes from './availability.module.css'
import { isAskedAtOnce, useAvailability } from './use-availability.ts'

const CloneCheckDialog = lazyPart(
  async () =>
    (await import('#app/features/repositories/clone-check/clone-check-dialog.tsx')).CloneCheckDialog,
)

/** One mirror and what it says about the repository. */
export const AvailabilityRow = memo(
  ({
    repositoryId,
    mirror,
    verdict,
    isPreferred,
  }: {
    repositoryId: string
    mirror: MirrorServer
    /** How the mirror is now; `undefined` where that is not known. */
    verdict: Verdict | undefined
    isPreferred: boolean
  }) => {
    const query = useAvailability(repositoryId, mirror)
    const name = plainOf(cutText(mirror.name, 120))
    // What it said about the repository may be older than what is wrong with it; a failed answer says it itself.
    const isNewsOfMirror =
      verdict !== undefined && isWrong(verdict.kind) && (query.data === undefined || isServing(query.data))
    const reason = isAskedAtOnce(mirror)
    const wasAsked = query.isFetched || query.isFetching
    const [isChecking, setChecking] = useState(false)
    return (
      <li
        className={classes.row}
        aria-busy={query.isFetching}
        data-awaited={query.isFetching && !query.isFetched}
      >
        <div className={classes.mirror}>
          <h3 className={classes.name}>
            <NamedLink id={mirror.id} to={paths.mirror}>
              {mirror.name}
            </NamedLink>
          </h3>
          {isNewsOfMirror && verdict ? (
            <span className={classes.now}>
              Mirror: <VerdictMark verdict={verdict} />
            </span>
          ) : null}
          <SilencedUntil mirrorId={mirror.id} />
          {isPreferred ? <span className={classes.preferred}>Your preferred mirror</span> : null}
        </div>
        <AvailabilityAnswer query={query} name={name} notAsked={reason === true ? null : reason} />
        <div className={classes.actions}>
          <Button
            className={classes.ask}
            variant="default"
            size="xs"
            aria-label={wasAsked ? `Ask ${name} again` : `Ask ${name}`}
            disabled={!isSafeId(mirror.id)}
            onClick={() => void query.refetch({ cancelRefetch: false })}
          >
            {wasAsked ? 'Ask again' : 'Ask'}
          </Button>
          <Button
            className={classes.ask}
            variant="subtle"
            size="xs"
            aria-label={`Why can't I clone? ${name}`}
            onClick={() => setChecking(true)}
          >
            Why can't I clone?
          </Button>
        </div>
        <Suspense>
          {isChecking ? (
            <CloneCheckDialog
              repositoryId={repositoryId}
              mirror={mirror}
              onClose={() => setChecking(false)}
            />
          ) : null}
        </Suspense>
      </li>
    )
  },
)
