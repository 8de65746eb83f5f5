import type { Query } from '@tanstack/react-query'

/** What the gateway's events put into the cache last. */
type Feed = {
  /** When the event came, epoch ms by this browser's clock. */
  readonly heardAt: number
  /** When what it says was read from Bitbucket, by the same clock. */
  readonly readAt: number
  /** The queries that each event answers, by their hashes. */
  readonly hashes: ReadonlySet<string>
}

/** Without an event for so long, in ms, the stream or the watch is dead: rounds come every 30 s. */
export const DEAD_AFTER_MS = 45_000

/** How far a clock may go back without having been set, in ms. */
const CLOCK_NOISE_MS = 1000

let feed: Feed | null = null
let rounds = 0

/** What this tab gets without asking. It is empty until the first event, and where nobody watches. */
export const liveFeed = {
  /** Takes that an event answered queries; `null` when there will be none for now. */
  note: (noted: Feed | null): void => {
    feed = noted
  },
  /** Takes that another replica has seen something that has to be asked for. */
  noteRound: (): void => {
    rounds += 1
  },
  /** How often that was so. */
  rounds: (): number => rounds,
  /** Whether an event that came at `heardAt` still says how things are; both epoch ms by this browser's clock. */
  isRecent: (heardAt: number, now: number): boolean =>
    now - heardAt < DEAD_AFTER_MS && heardAt - now <= CLOCK_NOISE_MS,
  /** Whether a query need not be asked again, since events bring what it would bring. */
  feeds: ({ queryHash, state }: Query, now: number): boolean =>
    feed !== null &&
    liveFeed.isRecent(feed.heardAt, now) &&
    feed.hashes.has(queryHash) &&
    state.status === 'success' &&
    !state.isInvalidated &&
    state.dataUpdatedAt >= feed.readAt,
}
