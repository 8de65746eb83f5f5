import type { QueryCache, QueryKey } from '@tanstack/react-query'

/**
 * Lets a list keep its age, and the mark that it is old, while its next page is read. React Query would call the whole
 * list read just now; but its first rows were read before. Nothing happens where the list is read again as a whole.
 */
export const keepListAge = (cache: QueryCache, queryKey: QueryKey): void => {
  const query = cache.find({ queryKey, exact: true })
  if (query?.state.fetchMeta?.fetchMore === undefined) return
  let { dataUpdatedAt } = query.state
  // An error marks a query as well, which says nothing about what was read.
  let isInvalidated = query.state.isInvalidated && query.state.status === 'success'
  const leave = cache.subscribe((event) => {
    if (event.type !== 'updated' || event.query !== query) return
    const { action } = event
    // What was put into the cache meanwhile has an age of its own.
    if (action.type === 'success' && action.manual === true) ({ dataUpdatedAt } = query.state)
    else if (action.type === 'invalidate') isInvalidated = true
    else if (action.type !== 'failed') leave()
    if (action.type === 'success' && action.manual !== true) query.setState({ dataUpdatedAt, isInvalidated })
  })
}
