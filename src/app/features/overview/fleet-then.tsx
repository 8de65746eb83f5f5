import { useQuery } from '@tanstack/react-query'
import { HISTORY_KEPT_MS } from '#contract/history.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { pastHistoryQuery } from '#app/domain/history/history-queries.ts'
import { verdictOfSpan } from '#app/domain/history/verdict-of-span.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { verdictCounts, verdictRank } from '#app/domain/mirror/verdict-counts.ts'
import { verdictWords } from '#app/domain/mirror/verdict-words.ts'
import { numberText } from '#app/text/number-text.ts'
import { paths } from '#app/paths.ts'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import type { VerdictKind } from '#health/mirror-verdict.ts'
import { severityOf } from '#health/verdict-severity.ts'
import { OverviewCard } from './overview-card.tsx'
import classes from './overview.module.css'
import watched from './watched-parts.module.css'

/** As many columns as there is room for; not a rule of the one style sheet that the first page waits for. */
const COLUMNS = { columns: '3 260px' }

/** Ways through time from the moment shown, in ms. */
const STEPS = [
  { words: '1 day earlier', ms: -86_400_000 },
  { words: '1 hour earlier', ms: -3_600_000 },
  { words: '10 minutes earlier', ms: -600_000 },
  { words: '10 minutes later', ms: 600_000 },
  { words: '1 hour later', ms: 3_600_000 },
  { words: '1 day later', ms: 86_400_000 },
]

const Steps = ({ at, now }: { at: number; now: number }) => (
  <nav aria-label="Other moments" className={watched.moments}>
    {STEPS.filter(({ ms }) => at + ms <= now).map(({ words, ms }) => (
      <TextLink key={words} to={paths.overviewAt(at + ms)}>
        {words}
      </TextLink>
    ))}
    <TextLink to={paths.overview}>Now</TextLink>
  </nav>
)

/** Why there can be nothing about a moment; `null` where there may be. */
const nothingAbout = (at: number, now: number): string | null => {
  if (at > now) return 'This moment has not come yet.'
  return at < now - HISTORY_KEPT_MS ? 'Nothing is kept of this moment: history reaches back 90 days.' : null
}

/** The fleet as the watch saw it at a moment (epoch ms): the mirrors of today, each with its verdict of then. */
export const FleetThen = ({
  at,
  now,
  mirrors,
}: {
  at: number
  now: number
  mirrors: readonly MirrorServer[]
}) => {
  const nothing = nothingAbout(at, now)
  const { data, error, refetch } = useQuery({ ...pastHistoryQuery(at - 1, at), enabled: nothing === null })
  const verdictThen = new Map(
    data?.mirrors.flatMap(({ mirrorId, spans }): readonly (readonly [string, VerdictKind])[] => {
      // Where one span ends and the next begins at this very moment, the next one holds.
      const span = spans.findLast(({ from, to }) => from <= at && to >= at)
      return span === undefined ? [] : [[mirrorId, verdictOfSpan(span)]]
    }),
  )
  const rows = mirrors.toSorted(
    (one, other) =>
      verdictRank(verdictThen.get(one.id) ?? 'unknown') - verdictRank(verdictThen.get(other.id) ?? 'unknown'),
  )
  const counts = verdictCounts([...verdictThen.values()].map((kind) => ({ kind })))
  return (
    <OverviewCard title="The fleet at a moment">
      <p>
        {nothing ?? (
          <>
            As the watch saw it <TimeAgo instant={at} both />. Mirrors that were removed since are not listed.
          </>
        )}
      </p>
      <Steps at={at} now={now} />
      {nothing !== null ? null : data === undefined ? (
        error === null ? (
          <p className={classes.dim}>Reading</p>
        ) : (
          <ProblemPanel error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <>
          <p>
            {counts.length === 0
              ? 'Nobody watched at this moment.'
              : counts
                  .map(({ kind, count }) => `${numberText(count)} ${verdictWords[kind].toLowerCase()}`)
                  .join(', ')}
          </p>
          <ul className={classes.list} style={COLUMNS} aria-label="Mirrors at this moment">
            {rows.map((mirror) => {
              const kind = verdictThen.get(mirror.id)
              return (
                <li key={mirror.id}>
                  <NamedLink id={mirror.id} to={paths.mirrorHistory}>
                    {mirrorNameOf(mirror)}
                  </NamedLink>{' '}
                  <StateMark tone={kind === undefined ? 'unknown' : severityOf(kind)}>
                    {kind === undefined ? 'Not watched' : verdictWords[kind]}
                  </StateMark>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </OverviewCard>
  )
}
