import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { HISTORY_KEPT_MS } from '#contract/history.ts'
import { awayTroubles } from '#app/domain/history/away-troubles.ts'
import { pastHistoryQuery } from '#app/domain/history/history-queries.ts'
import { TroubleStart, troubleLength } from '#app/domain/history/trouble-words.tsx'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { verdictWords } from '#app/domain/mirror/verdict-words.ts'
import { counted } from '#app/text/counted.ts'
import { paths } from '#app/paths.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import { severityOf } from '#health/verdict-severity.ts'
import classes from './overview.module.css'

/** What is listed; the mirrors' own pages have the rest. */
const SHOWN = 10

/** What was wrong while the user was away and has passed, as the watch saw it. */
export const PassedMeanwhile = ({ since }: { since: number }) => {
  const [now] = useState(() => Date.now())
  // Nothing older is kept.
  const { data, error } = useQuery(pastHistoryQuery(Math.max(since, now - HISTORY_KEPT_MS), now))
  const { data: list } = useQuery({ ...mirrorsQuery, enabled: false })
  if (data === undefined) {
    return (
      <p className={classes.dim}>
        {error === null
          ? 'Reading what happened in between.'
          : 'What happened in between cannot be read now.'}
      </p>
    )
  }
  const passed = awayTroubles(data)
  if (passed.length === 0) {
    const isWatched = data.mirrors.some(({ spans }) => spans.length > 0)
    return (
      <p className={classes.dim}>
        {isWatched
          ? 'In between, no problem was seen to come and pass while somebody watched.'
          : 'Nobody watched in between.'}
      </p>
    )
  }
  const mirrors = new Map(list?.rows.map((mirror) => [mirror.id, mirror]))
  return (
    <>
      <p>{`${counted(passed.length, 'problem')} came and passed in between:`}</p>
      <ul className={classes.list}>
        {passed.slice(0, SHOWN).map(({ mirrorId, trouble }) => {
          const mirror = mirrors.get(mirrorId)
          return (
            <li key={`${mirrorId} ${String(trouble.from)}`}>
              <NamedLink id={mirrorId} to={paths.mirrorHistory}>
                {mirror ? mirrorNameOf(mirror) : mirrorId}
              </NamedLink>{' '}
              <StateMark tone={severityOf(trouble.kind)}>{verdictWords[trouble.kind]}</StateMark>{' '}
              <span className={classes.dim}>
                <TroubleStart trouble={trouble} />, {troubleLength(trouble)}
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
