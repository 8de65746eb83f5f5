import type { WatchProblem } from '#contract/history.ts'
import type { Silence } from '#contract/silences.ts'
import { timeText } from '#gateway/http/time-text.ts'
import type { Observation } from './observation.ts'
import { MAX_BREAK_MS } from './store/next-span.ts'
import type { WatchStore } from './store/watch-store.ts'
import type { WatchedFleet, WatchedMirror, WatchFleet } from './watch-fleet.ts'
import { watchProblemOf } from './watch-problem.ts'

/** One line when something begins or ends to keep the watch from its work. */
export type WatchLine = {
  readonly kind: 'watch'
  /** ISO 8601 in UTC, by the gateway's clock. */
  readonly time: string
  /** `null` when it works again. */
  readonly problem: WatchProblem | null
}

/** Takes such lines. */
export type WatchLog = (line: WatchLine) => void

/** What the watch knows now. */
export type WatchState = {
  /** The fleet as it was seen last by this process; `null` before, and where another replica watches. */
  readonly fleet: WatchedFleet | null
  readonly problem: WatchProblem | null
  /** When the fleet was last seen as far as this process knows without asking its store, epoch ms. */
  readonly seenAt: number | null
}

/** Looks at the fleet from its start to its stop. */
export type Watch = {
  /** Looks once, and keeps what it saw; never rejects. */
  readonly round: () => Promise<void>
  readonly start: () => void
  readonly stop: () => Promise<void>
  readonly state: () => WatchState
  /** When the fleet was last seen, by whichever replica, epoch ms; `null` when never. */
  readonly lastRoundAt: () => Promise<number | null>
}

/** Between the starts of two rounds, in ms; a tenth more or less, so that replicas and consoles do not ask in step. */
const ROUND_MS = 30_000

/** The shortest pause between two rounds, as a part of the time between their starts. */
const PAUSE = 1 / 15

/**
 * Clocks that differ by more than this agree on no time, in ms: one of them was set wrong, and what is kept under a
 * wrong time would be shown as true for as long as anything is kept.
 */
const MAX_CLOCK_DIFFERENCE_MS = 3_600_000

const observationOf = ({ mirror, verdict, check }: WatchedMirror): Observation => ({
  mirrorId: mirror.id,
  verdict: verdict.kind,
  tookMs: check === null || check.outcome.kind === 'failed' ? null : check.tookMs,
  clockDifferenceMs: check?.clockDifferenceMs ?? null,
})

/** Makes a watch that has not started. */
export const createWatch = (options: {
  readonly store: WatchStore
  readonly watchFleet: WatchFleet
  /** Epoch ms. */
  readonly now: () => number
  readonly log?: WatchLog
  /** Told of each round that saw the fleet, before it is kept. */
  readonly onFleet?: (fleet: WatchedFleet) => void
  /** Told after each round which mirrors are silenced, whoever silenced them. */
  readonly onSilences?: (silences: readonly Silence[]) => void
  /** From 0 to 1, for the jitter. */
  readonly random?: () => number
  /** Between the starts of two rounds, in ms; {@link ROUND_MS} where absent. */
  readonly roundMs?: number
}): Watch => {
  const {
    store,
    watchFleet,
    now,
    log = () => undefined,
    onFleet,
    onSilences,
    random = Math.random,
    roundMs = ROUND_MS,
  } = options
  const end = new AbortController()
  let fleet: WatchedFleet | null = null
  let problem: WatchProblem | null = 'starting'
  let seenAt: number | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let current: Promise<void> = Promise.resolve()

  const become = (next: WatchProblem | null): void => {
    if (next === problem || end.signal.aborted) return
    problem = next
    log({ kind: 'watch', time: timeText(now()), problem })
  }

  /** Whether this process watches; another replica may. */
  const isWatching = async (): Promise<boolean> => {
    if (await store.isLeader()) return true
    fleet = null
    const last = await store.lastRoundAt()
    seenAt = last
    become(last !== null && now() - last < MAX_BREAK_MS ? null : 'starting')
    return false
  }

  const look = async (): Promise<WatchedFleet | null> => {
    try {
      return await watchFleet(end.signal)
    } catch (error) {
      fleet = null
      become(watchProblemOf(error))
      return null
    }
  }

  /** Ends the silences of mirrors that are gone, and tells which there are. */
  const keepSilences = async ({ at, isWhole, mirrors }: WatchedFleet): Promise<void> => {
    if (isWhole)
      await store.silences.keepOnly(
        mirrors.map(({ mirror }) => mirror.id),
        at,
      )
    onSilences?.(await store.silences.active(now()))
  }

  const round = async (): Promise<void> => {
    // Where it is not known who watches, everybody does: the metrics go on, and the store refuses what it cannot keep.
    const isOurs = await isWatching().catch(() => true)
    if (!isOurs) return
    const seen = await look()
    if (seen === null) return
    fleet = seen
    seenAt = seen.at
    onFleet?.(seen)
    if (Math.abs(seen.clockDifferenceMs ?? 0) > MAX_CLOCK_DIFFERENCE_MS) {
      become('clock')
      return
    }
    try {
      await store.addRound({ at: seen.at, observations: seen.mirrors.map(observationOf) })
      await keepSilences(seen)
      become(null)
    } catch {
      // The disk is full or the database away: looking goes on without keeping.
      become('store')
    }
  }

  const next = (startedAt: number): void => {
    if (end.signal.aborted) return
    const period = roundMs * (0.9 + 0.2 * random())
    // A clock that was set back meanwhile must not delay the next round by as much.
    const took = Math.max(0, now() - startedAt)
    timer = setTimeout(go, Math.max(roundMs * PAUSE, period - took))
    // A process that has nothing else to do may end.
    timer.unref()
  }
  const go = (): void => {
    const startedAt = now()
    current = round().finally(() => next(startedAt))
  }

  return {
    round,
    start: go,
    stop: async () => {
      end.abort()
      clearTimeout(timer)
      await current
    },
    state: () => ({ fleet, problem, seenAt }),
    lastRoundAt: () => store.lastRoundAt(),
  }
}
