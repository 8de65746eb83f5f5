/** How far the reading of a list is, and what comes next. */
export type ListReading =
  /** Bitbucket ended the list, or a fault did: nothing is left to read. */
  | { readonly kind: 'ended' }
  /** There is more, and nothing needs it yet. */
  | { readonly kind: 'part' }
  /** One more page is being read. */
  | { readonly kind: 'more' }
  /** The rest is being read, page by page. */
  | { readonly kind: 'rest' }
  /** Bitbucket asked to wait until then, epoch ms; it goes on by itself. */
  | { readonly kind: 'waiting'; readonly until: number }
  /** A person stopped it. */
  | { readonly kind: 'stopped' }
  /** A page could not be read. */
  | { readonly kind: 'failed'; readonly error: unknown }
  /** The whole list is being read again, which takes a while. */
  | { readonly kind: 'again' }

/** What is known of a list and of who wants it. */
export type ReadingFacts = {
  /** How many rows were read. */
  readonly rows: number
  readonly hasMore: boolean
  readonly isFetching: boolean
  readonly isFetchingNext: boolean
  /** Why the next page could not be read; `null` where it was not tried, or is tried again. */
  readonly error: unknown
  readonly waitsUntil: number | null
  readonly isStopped: boolean
  readonly isWanted: boolean
}

/** Reading so many rows again is quick enough to say nothing. */
const QUICK_ROWS = 1000

/** How the reading of a list is. */
export const listReadingOf = (facts: ReadingFacts): ListReading => {
  const { hasMore, isFetching, isFetchingNext, error, waitsUntil, isStopped, isWanted } = facts
  if (waitsUntil !== null) return { kind: 'waiting', until: waitsUntil }
  if (isFetching && !isFetchingNext && facts.rows > QUICK_ROWS) return { kind: 'again' }
  if (!hasMore) return { kind: 'ended' }
  if (isFetchingNext) return { kind: isWanted && !isStopped ? 'rest' : 'more' }
  if (error !== null) return { kind: 'failed', error }
  if (isStopped) return { kind: 'stopped' }
  return { kind: isWanted ? 'rest' : 'part' }
}

/** Whether rows of this list may still come by themselves: what is not in it yet may be in it soon. */
export const isComing = ({ kind }: ListReading): boolean =>
  kind === 'rest' || kind === 'more' || kind === 'waiting'
