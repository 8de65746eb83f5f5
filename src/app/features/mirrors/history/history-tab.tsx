import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { History } from '#contract/history.ts'
import { mirrorHistoryQuery } from '#app/domain/history/history-queries.ts'
import { HISTORY_LENGTHS, historyLengthOf } from '#app/domain/history/history-lengths.ts'
import { HistoryStrip } from '#app/domain/history/history-strip.tsx'
import { stripWords } from '#app/domain/history/strip-words.ts'
import { troublesOf } from '#app/domain/history/troubles.ts'
import { useIsWatched } from '#app/domain/history/use-is-watched.ts'
import { WatchNotice } from '#app/domain/history/watch-notice.tsx'
import type { MirrorTabProps } from '#app/features/mirrors/details/mirror-tab.ts'
import { TableExport } from '#app/ui/table/export/table-export.tsx'
import { FactsSkeleton } from '#app/ui/page/facts-skeleton.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StaleNotice } from '#app/ui/page/stale-notice.tsx'
import { TabLinks } from '#app/ui/page/tab-links.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import classes from './history.module.css'
import { HowFarBehind } from './how-far-behind.tsx'
import { spansTable } from './spans-table.ts'
import { MeasuresPicture } from './measures-picture.tsx'
import { TroubleList } from './trouble-list.tsx'

const NotWatched = () => (
  <p>
    Nobody watches this Bitbucket while no page is open, so there is no history. An administrator of the
    console can set WATCH_TOKEN; the README of Mirror Console says how.
  </p>
)

/** What was seen of one mirror: its strip, what was wrong and for how long, and how fast it answered. */
const Seen = ({ history, mirrorId, readAt }: { history: History; mirrorId: string; readAt: number }) => {
  const own = history.mirrors.find((mirror) => mirror.mirrorId === mirrorId)
  const spans = own?.spans ?? []
  const words = stripWords(spans, history)
  return (
    <>
      <figure className={classes.figure}>
        <HistoryStrip spans={spans} range={history} />
        <span className={classes.ends}>
          <TimeAgo instant={history.from} />
          <span>now</span>
        </span>
        <figcaption>{words}.</figcaption>
      </figure>
      <h2 className={classes.heading}>What was wrong</h2>
      <TroubleList troubles={troublesOf(spans, history.lastRoundAt)} spans={spans} />
      <p>
        <TableExport
          tableOf={
            spans.length === 0
              ? null
              : () => spansTable(mirrorId, spans, { from: history.from, to: history.to, readAt })
          }
        />
      </p>
      <h2 className={classes.heading}>How fast it answered</h2>
      <MeasuresPicture measures={own?.measures ?? []} stepMs={own?.stepMs ?? 0} range={history} />
      <HowFarBehind behind={own?.behind ?? null} />
      <WatchNotice history={history} />
    </>
  )
}

const Watched = ({ mirrorId }: { mirrorId: string }) => {
  const [params] = useSearchParams()
  const length = historyLengthOf(params.get('length'))
  const query = useQuery(mirrorHistoryQuery(mirrorId, length.ms))
  const { data, error, dataUpdatedAt } = query
  const addressOf = (id: string): string => {
    const next = new URLSearchParams(params)
    next.set('length', id)
    return `?${next.toString()}`
  }
  return (
    <>
      <TabLinks
        label="Length of time"
        current={length.id}
        tabs={HISTORY_LENGTHS.map(({ id, words }) => ({ id, word: words, to: addressOf(id) }))}
      />
      {data === undefined ? (
        error === null ? (
          <FactsSkeleton />
        ) : (
          <ProblemPanel error={error} onRetry={() => void query.refetch()} />
        )
      ) : (
        <>
          <StaleNotice error={error} updatedAt={dataUpdatedAt} />
          <Seen history={data} mirrorId={mirrorId} readAt={dataUpdatedAt} />
        </>
      )}
    </>
  )
}

/** The mirror over time, as the gateway's watch saw it. */
export const HistoryTab = ({ mirror }: MirrorTabProps) =>
  useIsWatched() ? <Watched mirrorId={mirror.id} /> : <NotWatched />
