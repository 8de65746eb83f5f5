import { useQuery } from '@tanstack/react-query'
import { HISTORY_DAY } from '#app/domain/history/history-lengths.ts'
import { fleetHistoryQuery } from '#app/domain/history/history-queries.ts'
import { RECENT_MS, recentChanges } from '#app/domain/history/recent-changes.ts'
import { troubleLength } from '#app/domain/history/trouble-words.tsx'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { verdictWords } from '#app/domain/mirror/verdict-words.ts'
import { numberText } from '#app/text/number-text.ts'
import { paths } from '#app/paths.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import { severityOf } from '#health/verdict-severity.ts'
import classes from './overview.module.css'

/** What is listed; the mirrors' own pages have the rest. */
const SHOWN = 10

/** What went wrong and what ended in the last 12 hours, the newest first, each with the way to the fleet at that moment. */
export const RecentList = () => {
  const { data } = useQuery(fleetHistoryQuery(HISTORY_DAY.ms))
  const { data: list } = useQuery({ ...mirrorsQuery, enabled: false })
  const changes = data === undefined ? [] : recentChanges(data, data.to - RECENT_MS)
  if (changes.length === 0) return null
  const names = new Map(list?.rows.map((mirror) => [mirror.id, mirrorNameOf(mirror)]))
  return (
    <>
      <p>The last 12 hours, as the watch saw them:</p>
      <ul className={classes.list} aria-label="The last 12 hours">
        {changes.slice(0, SHOWN).map(({ mirrorId, what, kind, at, trouble }) => (
          <li key={`${mirrorId} ${what} ${String(at)}`}>
            <NamedLink id={mirrorId} to={paths.mirrorHistory}>
              {names.get(mirrorId) ?? mirrorId}
            </NamedLink>{' '}
            {what === 'ended' ? (
              <StateMark tone="good">{`Over: ${verdictWords[kind].toLowerCase()}`}</StateMark>
            ) : (
              <StateMark tone={severityOf(kind)}>{verdictWords[kind]}</StateMark>
            )}{' '}
            <span className={classes.dim}>
              {what === 'ended' ? 'ended ' : 'began '}
              <TextLink to={paths.overviewAt(at)} aria-label={`${what}: the fleet at this moment`}>
                <TimeAgo instant={at} />
              </TextLink>
              {what === 'ended' ? `, took ${troubleLength(trouble)}` : null}
            </span>
          </li>
        ))}
        {changes.length > SHOWN ? <li>{`and ${numberText(changes.length - SHOWN)} more`}</li> : null}
      </ul>
    </>
  )
}
