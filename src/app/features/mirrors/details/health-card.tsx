import { type ReactNode, Suspense } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { useIsWatched } from '#app/domain/history/use-is-watched.ts'
import { VerdictDetails } from '#app/domain/mirror/verdict-details.tsx'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { type MirrorSight, toOwnClockMs } from '#health/mirror-sight.ts'
import type { Verdict } from '#health/mirror-verdict.ts'
import { mirrorAddress } from './mirror-address.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { detailsStyles } from './details-styles.ts'
import { answerWords, recordWords, seenLead } from './witness-words.ts'

const DayInWords = lazyPart(
  async () => (await import('#app/domain/history/day-in-words.tsx')).DayInWords,
  'silent',
)

const Witness = ({ name, age, children }: { name: string; age: ReactNode; children: ReactNode }) => (
  <div>
    <dt className={classes.count}>{name}</dt>
    <dd style={detailsStyles.row}>
      {children}
      {age}
    </dd>
  </div>
)

/**
 * The verdict about a mirror with both witnesses that it rests on, what each said and how old that is, and the last 24
 * hours.
 *
 * @param readAt when Bitbucket's record was read, epoch ms by this browser's clock.
 * @param sight what is known by asking the mirror; `null` where it was never asked.
 */
export const HealthCard = ({
  mirror,
  verdict,
  sight,
  readAt,
  offsetMs,
}: {
  mirror: MirrorServer
  verdict: Verdict
  sight: MirrorSight | null
  readAt: number
  offsetMs: number
}) => {
  const isWatched = useIsWatched()
  return (
    <section aria-label="Health" style={detailsStyles.health}>
      <div style={detailsStyles.column}>
        <VerdictDetails verdict={verdict} isAgeTold={false} />
      </div>
      <dl style={detailsStyles.column}>
        <Witness
          name="Bitbucket’s record"
          age={
            <span className={classes.count}>
              read <TimeAgo instant={readAt} />
            </span>
          }
        >
          <span>
            {seenLead(mirror.lastSeenDate, readAt + offsetMs)}{' '}
            <TimeAgo
              instant={mirror.lastSeenDate}
              offsetMs={offsetMs}
              unknown="never, as far as it says"
              both
            />
          </span>
          <span>{recordWords(mirror)}</span>
        </Witness>
        <Witness
          name="The mirror’s own answer"
          age={
            sight === null ? (
              <span className={classes.count}>no answer yet</span>
            ) : (
              <>
                <span className={classes.count} style={detailsStyles.age}>
                  asked <TimeAgo instant={sight.checkedAt + toOwnClockMs(sight)} />
                </span>
                <span className={classes.count} style={detailsStyles.age}>
                  the same since <TimeAgo instant={sight.since + toOwnClockMs(sight)} />
                </span>
              </>
            )
          }
        >
          <span>{answerWords(sight?.finding ?? null)}</span>
        </Witness>
      </dl>
      <div style={detailsStyles.day}>
        <div style={detailsStyles.row}>
          <span className={classes.count}>Last 24 hours</span>
          {isWatched ? (
            <TextLink to={mirrorAddress(mirror.id, { tab: 'history' })}>See its history</TextLink>
          ) : (
            <span className={classes.count}>not known: this console does not watch (WATCH_TOKEN)</span>
          )}
        </div>
        {isWatched ? (
          <div className={classes.count} style={detailsStyles.strip}>
            <Suspense fallback={null}>
              <DayInWords mirrorId={mirror.id} />
            </Suspense>
          </div>
        ) : null}
      </div>
    </section>
  )
}
