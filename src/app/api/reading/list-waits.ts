import { createStore } from '#app/browser/store.ts'

/** How long to wait after 429 without a usable `Retry-After`, in ms. */
export const DEFAULT_PAUSE_MS = 60_000

/** Until when lists wait since Bitbucket asked for it, epoch ms, by the hash of their query. */
export const listWaits = createStore<ReadonlyMap<string, number>>(new Map())
