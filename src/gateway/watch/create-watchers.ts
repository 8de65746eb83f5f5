import type { Dispatcher } from 'undici'
import { LAGGING, WATCHING } from '#gateway/lanes.ts'
import type { AskMirror } from '#gateway/mirrors/mirror-reply.ts'
import type { CheckStatus } from '#gateway/mirrors/status-checks.ts'
import { createUpstreamFetch } from '#gateway/upstream/upstream-fetch.ts'
import { createEventLog } from './events-log.ts'
import { createLagWatch } from './lag/lag-watch.ts'
import type { Watching } from './open-watching.ts'
import { createFleetWatch } from './watch-fleet.ts'
import { createWatch, type WatchLog } from './watch.ts'
import type { Watched } from './watched.ts'

/** Everything that looks while nobody looks. */
export type Watchers = {
  readonly watched: Watched
  readonly start: () => void
  /** Ends the looking and the store; open streams end before, with `watched.events`. */
  readonly stop: () => Promise<void>
}

/** Makes what `watching` asks for; it has not started. Each has connections of its own, made by `ownPool`. */
export const createWatchers = (
  watching: Watching,
  options: {
    readonly upstream: string
    readonly ownPool: (connections: number) => Dispatcher
    readonly askMirror: AskMirror
    readonly checkStatus: CheckStatus
    /** Ids of the repositories that tell the lag without webhooks; `null` for one of each of a few projects. */
    readonly repositories: readonly string[] | null
    /** Epoch ms. */
    readonly now: () => number
    readonly log: WatchLog | undefined
  },
): Watchers => {
  const { upstream, ownPool, askMirror, checkStatus, repositories, now, log } = options
  const { store, authorization, roundMs } = watching
  const [watchPool, lagPool] = [ownPool(WATCHING.places), ownPool(LAGGING.places)]
  const events = createEventLog(now)
  const watch = createWatch({
    store,
    watchFleet: createFleetWatch(
      { upstream, fetchUpstream: createUpstreamFetch(watchPool, WATCHING), now, checkStatus },
      authorization,
    ),
    now,
    onFleet: events.take,
    onSilences: events.takeSilences,
    ...(roundMs !== undefined && { roundMs }),
    ...(log && { log }),
  })
  const lagWatch = createLagWatch({
    watching,
    watch,
    source: { upstream, fetchUpstream: createUpstreamFetch(lagPool, LAGGING) },
    askMirror,
    repositories,
    now,
  })
  return {
    watched: { watch, store, events },
    start: () => {
      watch.start()
      lagWatch.start()
    },
    stop: async () => {
      await Promise.all([watch.stop(), lagWatch.stop()])
      await Promise.all([watchPool.destroy(), lagPool.destroy()])
      await store.close()
    },
  }
}
