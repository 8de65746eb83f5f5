import type { Query, QueryCache } from '@tanstack/react-query'

/**
 * Lets a list keep its age while it grows. With the next page React Query would call the whole list read just now, and
 * up to date; but its first rows were read before.
 */
export const keepListAges = (cache: QueryCache): void => {
  const ages = new WeakMap<Query, number>()
  // An error marks a query as well, which says nothing about what was read.
  const marked = new WeakSet<Query>()
  cache.subscribe((event) => {
    if (event.type !== 'updated') return
    const { query, action } = event
    if (action.type === 'invalidate') marked.add(query)
    if (action.type === 'fetch') {
      const { data, dataUpdatedAt } = query.state
      const isNext = data !== undefined && action.meta?.fetchMore !== undefined
      if (isNext) ages.set(query, dataUpdatedAt)
      else ages.delete(query)
    }
    if (action.type !== 'success') return
    // What was put into the cache meanwhile has an age of its own.
    if (action.manual === true && ages.has(query)) ages.set(query, query.state.dataUpdatedAt)
    const dataUpdatedAt = action.manual === true ? undefined : ages.get(query)
    if (action.manual !== true) ages.delete(query)
    if (dataUpdatedAt === undefined) marked.delete(query)
    else query.setState({ dataUpdatedAt, isInvalidated: marked.has(query) })
  })
}
