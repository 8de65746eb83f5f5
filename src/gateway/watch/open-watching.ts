import type { Config } from '#gateway/ops/config.ts'
import { openWatchStore } from './store/open-watch-store.ts'
import type { WatchStore } from './store/watch-store.ts'

/** Who watches the mirrors, and where it is kept. */
export type Watching = {
  readonly authorization: string
  readonly store: WatchStore
  /** Between the starts of two rounds, in ms; half a minute where absent. Tests do not wait that long. */
  readonly roundMs?: number
}

/**
 * Opens what the settings name for the watch; `null` where nobody is to watch.
 *
 * @param token `WATCH_TOKEN`, or that of an account of the embedded small Bitbucket.
 * @throws ConfigError when the store cannot be opened.
 */
export const openWatching = async (
  { watchStore }: Pick<Config, 'watchStore'>,
  token: string | null,
): Promise<Watching | null> => {
  if (token === null || watchStore?.kind === 'off') return null
  const store = await openWatchStore(watchStore ?? { kind: 'memory' })
  return { authorization: `Bearer ${token}`, store }
}
