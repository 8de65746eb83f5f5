import { ActionIcon } from '@mantine/core'
import { IconClock, IconRefresh } from '@tabler/icons-react'
import { useIsFetching } from '@tanstack/react-query'
import { refreshInterval } from '#app/browser/refresh-interval.ts'
import { timeOfDay } from '#app/text/time-of-day.ts'
import { Choice } from '#app/ui/form/choice.tsx'
import classes from './freshness.module.css'
import { INTERVALS, isPolled, type PollState } from './poll-state.ts'
import { usePolling } from './use-polling.ts'
import { useLateSince } from './use-late-since.ts'
import { useUpdatedAt } from './use-updated-at.ts'

/** A time of day, and its seconds by themselves. */
const clockOf = (instant: number): readonly [time: string, seconds: string] => {
  const time = timeOfDay(instant)
  return [time.slice(0, 5), time.slice(5)]
}

/** Words, a time of day, and words again; a phone has room for the time only; the rest is for screen readers. */
type Words = readonly [before: string, time: string, after: string]

const wordsOf = (state: PollState, updatedAt: number | null): Words => {
  if (state.kind === 'rate-limited') return ['Asked to wait until ', ...clockOf(state.until)]
  const after = state.kind === 'idle' ? ', paused' : ''
  if (updatedAt === null) return ['Not read yet', '', after]
  const [time, seconds] = clockOf(updatedAt)
  return ['Updated ', time, seconds + after]
}

const Late = ({ since }: { since: number }) => (
  <>
    <IconClock size={16} aria-hidden />
    Waiting for Bitbucket since {timeOfDay(since)}
  </>
)

/** How old the page is, how often it refreshes, and a button to refresh now. */
export const Freshness = () => {
  const intervalMs = Number(refreshInterval.use())
  const { state, refresh } = usePolling(intervalMs)
  const updatedAt = useUpdatedAt()
  const lateSince = useLateSince()
  const [before, time, after] = wordsOf(state, updatedAt)
  const isFetching = useIsFetching({ predicate: isPolled }) > 0
  return (
    <div className={classes.freshness}>
      <span className={classes.words}>
        <span className={classes.around}>{before}</span>
        {time}
        <span className={classes.around}>{after}</span>
      </span>
      {/* The one place that says so on every page. */}
      <span role="status" className={classes.late}>
        {lateSince === null ? null : <Late since={lateSince} />}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label="Refresh"
        data-busy={isFetching}
        className={classes.button}
        disabled={state.kind === 'rate-limited'}
        onClick={refresh}
      >
        <IconRefresh size={18} aria-hidden />
      </ActionIcon>
      <span className={classes.interval}>
        <Choice
          label="Refresh every"
          value={String(intervalMs)}
          options={INTERVALS.map(({ ms, label }) => ({ value: String(ms), label }))}
          onChange={(value) => refreshInterval.set(value)}
        />
      </span>
    </div>
  )
}
