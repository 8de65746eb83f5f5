import { ConfigError } from '#gateway/ops/config-error.ts'
import type { WatchStoreAddress } from '#gateway/watch/watch-settings.ts'
import { openPostgres } from './postgres-driver.ts'
import { openSqlite } from './sqlite-driver.ts'
import { createWatchStore, type WatchStore } from './watch-store.ts'

/**
 * Opens the store at an address, brought up to date. PostgreSQL may be away.
 *
 * @throws ConfigError when it cannot be opened, or when a newer version of the console has written it.
 */
export const openWatchStore = async (
  address: Exclude<WatchStoreAddress, { kind: 'off' }>,
): Promise<WatchStore> => {
  const driver =
    address.kind === 'postgres'
      ? openPostgres(address.url)
      : await openSqlite(address.kind === 'sqlite' ? address.path : ':memory:')
  const store = createWatchStore(driver)
  try {
    await store.prepare()
  } catch (error) {
    // A database that is away may come back, and the watch says so until then.
    if (address.kind === 'postgres' && !(error instanceof ConfigError)) return store
    await store.close()
    if (error instanceof ConfigError) throw error
    throw new ConfigError(
      'WATCH_STORE names a file that cannot be used: its tables could not be made or read.',
    )
  }
  return store
}
