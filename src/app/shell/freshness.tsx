import { ActionIcon } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useIsFetching } from '@tanstack/react-query'
import { useState } from 'react'
import { localSetting } from '#app/data/local-setting.ts'
import classes from './freshness.module.css'
import { DEFAULT_INTERVAL_MS, INTERVALS, type PollState } from './poll-state.ts'
import { usePolling } from './use-polling.ts'
import { useUpdatedAt } from './use-updated-at.ts'

const setting = localSetting('refresh')

const intervalOf = (text: string | null): number =>
  INTERVALS.find(({ ms }) => String(ms) === text)?.ms ?? DEFAULT_INTERVAL_MS

const clockOf = (instant: number): string => new Date(instant).toTimeString().slice(0, 8)

const wordsOf = (state: PollState, updatedAt: number | null): string => {
  if (state.kind === 'rate-limited') return `Bitbucket asks to wait until ${clockOf(state.until)}`
  const updated = updatedAt === null ? 'Not read yet' : `Updated ${clockOf(updatedAt)}`
  return state.kind === 'idle' ? `${updated}, paused` : updated
}

/** How old the page is, how often it refreshes, and a button to refresh now. */
export const Freshness = () => {
  const [intervalMs, setIntervalMs] = useState(() => intervalOf(setting.read()))
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
      <select
        aria-label="Refresh every"
        className={classes.select}
        value={String(intervalMs)}
        onChange={(event) => {
          setting.write(event.currentTarget.value)
          setIntervalMs(intervalOf(event.currentTarget.value))
        }}
      >
        {INTERVALS.map(({ ms, label }) => (
          <option key={ms} value={String(ms)}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
