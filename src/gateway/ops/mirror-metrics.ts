import { Gauge, Registry } from 'prom-client'
import { WATCH_PROBLEMS } from '#contract/history.ts'
import { answersNow, cannotServe, severityOf } from '#health/verdict-severity.ts'
import { MAX_BREAK_MS } from '#gateway/watch/store/next-span.ts'
import type { LagStore } from '#gateway/watch/store/lag-store.ts'
import type { SilenceStore } from '#gateway/watch/store/silence-store.ts'
import type { WatchedFleet, WatchedMirror } from '#gateway/watch/watch-fleet.ts'
import type { Watch } from '#gateway/watch/watch.ts'
import { labelText } from './label-text.ts'

/** Mirrors told at most, in Bitbucket's order: each is half a dozen series. `mirror_console_mirrors` counts them all. */
const MAX_MIRRORS = 500

/** One number with its labels; `null` where it is not known, and then there is no line. */
type Sample = { readonly labels?: Readonly<Record<string, string>>; readonly value: number | null }

/** A metric of one mirror. */
type MirrorMetric = {
  readonly name: string
  readonly help: string
  /** Names of labels beside those of the mirror. */
  readonly moreLabels?: readonly string[]
  readonly moreOf?: (watched: WatchedMirror) => Readonly<Record<string, string>>
  readonly valueOf: (watched: WatchedMirror) => number | null
}

const secondsOf = (ms: number | null): number | null => (ms === null ? null : ms / 1000)

/** Whether it answers and can serve; `null` where it was not asked. */
const isUp = ({ verdict, check }: WatchedMirror): boolean | null => {
  if (check === null) return null
  if (cannotServe(verdict.kind)) return false
  // A mirror that was never seen, or of which Bitbucket does not say whether it is enabled, may well answer.
  return answersNow(verdict.kind) || check.outcome.kind !== 'failed' ? true : null
}

const statusOf = ({ check }: WatchedMirror) =>
  check?.outcome.kind === 'answered' ? check.outcome.status : null

const MIRROR_METRICS: readonly MirrorMetric[] = [
  {
    name: 'mirror_up',
    help: 'Whether the mirror answers and can serve (1) or not (0). Absent while it is disabled or could not be asked.',
    valueOf: (watched) => {
      const up = isUp(watched)
      return up === null ? null : Number(up)
    },
  },
  {
    name: 'mirror_verdict',
    help: 'The verdict of the console about the mirror, as a label; always 1.',
    moreLabels: ['verdict', 'severity'],
    moreOf: ({ verdict }) => ({ verdict: verdict.kind, severity: severityOf(verdict.kind) }),
    valueOf: () => 1,
  },
  {
    name: 'mirror_last_seen_timestamp_seconds',
    help: 'When Bitbucket last saw the mirror, by its own record and clock. Absent when it never did.',
    valueOf: ({ mirror }) => secondsOf(mirror.lastSeenDate),
  },
  {
    name: 'mirror_check_seconds',
    help: 'How long the mirror took to answer the last check.',
    valueOf: ({ check }) => (check === null || check.outcome.kind === 'failed' ? null : check.tookMs / 1000),
  },
  {
    name: 'mirror_clock_offset_seconds',
    help: 'The clock of the mirror minus that of Bitbucket, to a second or so.',
    valueOf: ({ check }) => secondsOf(check?.clockDifferenceMs ?? null),
  },
  {
    name: 'mirror_certificate_end_timestamp_seconds',
    help: 'When the certificate of the mirror ends. Absent while it never showed one, as without https.',
    valueOf: ({ certificateEnds }) => secondsOf(certificateEnds),
  },
  {
    name: 'mirror_synced_repositories',
    help: 'Repositories that the mirror says it has copied.',
    valueOf: (watched) => statusOf(watched)?.syncedRepos ?? null,
  },
  {
    name: 'mirror_repositories',
    help: 'Repositories that the mirror says it is to copy.',
    valueOf: (watched) => statusOf(watched)?.totalRepos ?? null,
  },
]

const labelsOf = ({ mirror }: WatchedMirror): Readonly<Record<string, string>> => ({
  mirror_id: labelText(mirror.id),
  name: labelText(mirror.name),
})

const samplesOf = (fleet: WatchedFleet | null, { moreOf, valueOf }: MirrorMetric): readonly Sample[] =>
  (fleet?.mirrors ?? []).slice(0, MAX_MIRRORS).map((watched) => ({
    labels: { ...labelsOf(watched), ...moreOf?.(watched) },
    value: valueOf(watched),
  }))

/**
 * What the watch sees now, for Prometheus (text format 0.0.4). Everything is read at the moment of asking: a mirror that
 * is gone, or that the last round did not see, has no line. What is not known has none either, never a 0. Of several
 * replicas one watches: the others tell about their watch alone.
 *
 * @param now epoch ms.
 * @param store where it is kept how far mirrors are behind and which are silenced; `null` where it is not.
 */
export const createMirrorMetrics = (
  { state }: Pick<Watch, 'state'>,
  now: () => number,
  store: {
    readonly lag: Pick<LagStore, 'behindOf'>
    readonly silences: Pick<SilenceStore, 'active'>
  } | null = null,
) => {
  const registry = new Registry()

  /** The fleet, as long as what was seen of it is new enough to be told as the present. */
  const fleetNow = (): WatchedFleet | null => {
    const { fleet } = state()
    return fleet !== null && now() - fleet.at <= MAX_BREAK_MS ? fleet : null
  }

  const tell = (
    name: string,
    help: string,
    labelNames: readonly string[],
    read: () => readonly Sample[] | Promise<readonly Sample[]>,
  ): void =>
    registry.registerMetric(
      new Gauge({
        name: `mirror_console_${name}`,
        help,
        labelNames,
        registers: [],
        async collect() {
          const samples = await read()
          this.reset()
          // Without labels, a gauge is 0 after that.
          if (labelNames.length === 0) this.remove()
          for (const { labels = {}, value } of samples) if (value !== null) this.set(labels, value)
        },
      }),
    )

  tell(
    'watch_up',
    'Whether the last round of the watch, here or in another replica, saw the fleet.',
    [],
    () => {
      const { fleet, problem } = state()
      return [
        {
          value: Number(fleet === null ? problem === null : fleetNow() !== null),
        },
      ]
    },
  )
  tell('watch_last_round_timestamp_seconds', 'When the watch last saw the fleet.', [], () => [
    { value: secondsOf(state().seenAt) },
  ])
  tell('watch_problem', 'What keeps the watch from looking, or from keeping what it sees.', ['problem'], () =>
    WATCH_PROBLEMS.map((problem) => ({ labels: { problem }, value: Number(state().problem === problem) })),
  )
  tell('mirrors', 'Mirrors that Bitbucket lists.', [], () => [{ value: fleetNow()?.mirrors.length ?? null }])
  tell('pending_requests', 'Mirroring requests that wait for a decision.', [], () => [
    { value: fleetNow()?.pendingRequests?.count ?? null },
  ])
  tell('pending_requests_is_lower_bound', 'Whether more requests may wait than were counted.', [], () => {
    const isAll = fleetNow()?.pendingRequests?.isAll
    return [{ value: isAll === undefined ? null : Number(!isAll) }]
  })
  for (const metric of MIRROR_METRICS) {
    const { name, help, moreLabels = [] } = metric
    tell(name, help, ['mirror_id', 'name', ...moreLabels], () => samplesOf(fleetNow(), metric))
  }

  tell(
    'mirror_behind_seconds',
    'How long the oldest push has waited that the mirror does not have; 0 where none waits. Absent where it is not known.',
    ['mirror_id', 'name', 'kind'],
    async () => {
      const mirrors = fleetNow()?.mirrors.slice(0, MAX_MIRRORS) ?? []
      const at = now()
      const ids = mirrors.map(({ mirror }) => mirror.id)
      // A store that fails has a metric of its own, and the others must not fail with it.
      const behind = await store?.lag.behindOf(ids, { from: at, to: at }, at).catch(() => null)
      return mirrors.flatMap((watched) => {
        const own = behind?.get(watched.mirror.id)
        return own === undefined
          ? []
          : [{ labels: { ...labelsOf(watched), kind: own.kind }, value: secondsOf(own.nowMs) }]
      })
    },
  )

  tell(
    'mirror_silenced',
    'Whether the alarms of the mirror are silenced in the console (1) or not (0). Absent where that cannot be read.',
    ['mirror_id', 'name'],
    async () => {
      const active = await store?.silences.active(now()).catch(() => null)
      if (!active) return []
      const silenced = new Set(active.map(({ mirrorId }) => mirrorId))
      const mirrors = fleetNow()?.mirrors.slice(0, MAX_MIRRORS) ?? []
      return mirrors.map((watched) => ({
        labels: labelsOf(watched),
        value: Number(silenced.has(watched.mirror.id)),
      }))
    },
  )

  return {
    /** Everything as it is now, each line ended. */
    text: (): Promise<string> => registry.metrics(),
  }
}
