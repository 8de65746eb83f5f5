import type { Query, QueryClient } from '@tanstack/react-query'

/** Whether a reading failed, and the clock or a click may repeat it. */
export const isFailed = ({ state, meta }: Query): boolean =>
  state.status === 'error' && meta?.isPolled !== false

/**
 * Forgets failures that no part of the page shows just now. The part that needs such an answer appears with another
 * answer, and then it asks, instead of showing what failed before all was well again.
 */
export const forgetFailed = (client: QueryClient): void =>
  client.removeQueries({
    type: 'inactive',
    predicate: (query) => isFailed(query) && query.state.data === undefined,
  })
