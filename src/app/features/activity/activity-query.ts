import { infiniteQueryOptions } from '@tanstack/react-query'
import { ACTIVITY_PATH, type Activity, type ActivityEntry, activity } from '#contract/activity.ts'
import { readOwn } from '#app/api/client.ts'
import type { PagedList } from '#app/api/paged-list.ts'

/** The writes through this console, and what is to be known about their list. */
export type ActivityList = PagedList<ActivityEntry> & Pick<Activity, 'keptSince' | 'isUnavailable'>

const ask = (before: string | null, signal: AbortSignal): Promise<Activity> => {
  const query = before === null ? '' : `?before=${encodeURIComponent(before)}`
  return readOwn(activity, ACTIVITY_PATH + query, signal)
}

/** The writes through this console, the newest first. */
export const activityQuery = infiniteQueryOptions({
  queryKey: ['activity'],
  queryFn: ({ pageParam, signal }) => ask(pageParam, signal),
  initialPageParam: null as string | null,
  getNextPageParam: ({ hasMore, entries }) => (hasMore ? entries.at(-1)?.cursor : undefined),
  select: ({ pages }): ActivityList => ({
    rows: pages.flatMap(({ entries }) => entries),
    unreadable: [],
    fault: null,
    hasMore: pages.at(-1)?.hasMore === true,
    duplicates: 0,
    keptSince: pages[0]?.keptSince ?? null,
    isUnavailable: pages.some(({ isUnavailable }) => isUnavailable),
  }),
  staleTime: 10_000,
})
