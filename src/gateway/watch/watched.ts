import type { EventLog } from './events-log.ts'
import type { WatchStore } from './store/watch-store.ts'
import type { Watch } from './watch.ts'

/** A watch, where it keeps what it sees, and what it has to tell at once. */
export type Watched = { readonly watch: Watch; readonly store: WatchStore; readonly events: EventLog }
