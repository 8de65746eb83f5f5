import { ActionIcon } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useIsFetching } from '@tanstack/react-query'
import { refreshInterval } from '#app/data/refresh-interval.ts'
import { Choice } from '#app/ui/choice.tsx'
import classes from './freshness.module.css'
import { INTERVALS, type PollState } from './poll-state.ts'
import { usePolling } from './use-polling.ts'
import { useUpdatedAt } from './use-updated-at.ts'

const clockOf = (instant: number): string => new Date(instant).toTimeString().slice(0, 8)

const wordsOf = (state: PollState, updatedAt: number | null): string => {
  if (state.kind === 'rate-limited') return `Bitbucket asks to wait until ${clockOf(state.until)}`
  const updated = updatedAt === null ? 'Not read yet' : `Updated ${clockOf(updatedAt)}`
  return state.kind === 'idle' ? `${updated}, paused` : updated
}

/** How old the page is, how often it refreshes, and a button to refresh now. */
export const Freshness = () => {
  const intervalMs = Number(refreshInterval.use())
  const { state, refresh } = usePolling(intervalMs)
  const updatedAt = useUpdatedAt()
  const isFetching = useIsFetching({ predicate: ({ meta }) => meta?.isPolled !== false }) > 0
  return (
    <div className={classes.freshness}>
      <span className={classes.words}>{wordsOf(state, updatedAt)}</span>
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
