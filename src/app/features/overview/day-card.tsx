import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { History } from '#contract/history.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { calmWords } from '#app/domain/history/calm-words.ts'
import { FLEET_LENGTHS, HISTORY_DAY, historyLengthOf } from '#app/domain/history/history-lengths.ts'
import { fleetHistoryQuery } from '#app/domain/history/history-queries.ts'
import { HistoryStrip } from '#app/domain/history/history-strip.tsx'
import { troubleLength } from '#app/domain/history/trouble-words.tsx'
import { WatchNotice } from '#app/domain/history/watch-notice.tsx'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { verdictWords } from '#app/domain/mirror/verdict-words.ts'
import { counted } from '#app/text/counted.ts'
import { paths } from '#app/paths.ts'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import { severityOf } from '#health/verdict-severity.ts'
import { dayRows, type DayRow } from './day-rows.ts'
import { OverviewCard } from './overview-card.tsx'
import classes from './overview.module.css'
import watched from './watched-parts.module.css'

/** Mirrors with a strip here; the list has them all. */
const SHOWN = 12

const LastTrouble = ({ troubles, spans }: Pick<DayRow, 'troubles' | 'spans'>) => {
  const last = troubles.at(-1)
  if (last === undefined) return <span className={classes.dim}>{calmWords(spans)}</span>
  return (
    <>
      <StateMark tone={severityOf(last.kind)}>{verdictWords[last.kind]}</StateMark>{' '}
      <span className={classes.dim}>
        {last.end === 'ongoing' ? `for ${troubleLength(last)}` : `took ${troubleLength(last)}, seen last `}
        {last.end === 'ongoing' ? null : <TimeAgo instant={last.to} />}
        {troubles.length > 1 ? `; ${counted(troubles.length, 'time')} in all` : null}
      </span>
    </>
  )
}

const Row = ({ row: { mirror, spans, troubles }, history }: { row: DayRow; history: History }) => {
  return (
    <li className={watched.day}>
      <NamedLink id={mirror.id} to={paths.mirrorHistory}>
        {mirrorNameOf(mirror)}
      </NamedLink>
      <HistoryStrip spans={spans} range={history} />
      <span>
        <LastTrouble troubles={troubles} spans={spans} />
      </span>
    </li>
  )
}

/** Every mirror over time as the watch saw it, those with the most trouble first. */
export const DayCard = ({ mirrors }: { mirrors: readonly MirrorServer[] }) => {
  const [params] = useSearchParams()
  const asked = historyLengthOf(params.get('length'))
  const length = FLEET_LENGTHS.includes(asked) ? asked : HISTORY_DAY
  const { data, error, refetch } = useQuery(fleetHistoryQuery(length.ms))
  const rows = data ? dayRows(mirrors, data) : []
  return (
    <OverviewCard title="The fleet over time">
      <nav aria-label="Length of time" className={watched.moments}>
        {FLEET_LENGTHS.map(({ id, words }) =>
          id === length.id ? (
            <b key={id} aria-current="true">
              {words}
            </b>
          ) : (
            <TextLink key={id} to={`?length=${id}`}>
              {words}
            </TextLink>
          ),
        )}
      </nav>
      {data === undefined ? (
        error === null ? (
          <p className={classes.dim}>Reading</p>
        ) : (
          <ProblemPanel error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <>
          <ul className={classes.list}>
            {rows.slice(0, SHOWN).map((row) => (
              <Row key={row.mirror.id} row={row} history={data} />
            ))}
          </ul>
          {rows.length > SHOWN ? (
            <TextLink to={paths.mirrors}>{`See ${counted(rows.length - SHOWN, 'more mirror')}`}</TextLink>
          ) : null}
          <WatchNotice history={data} />
        </>
      )}
    </OverviewCard>
  )
}
