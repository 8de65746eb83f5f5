import type { PageNeeds } from '#app/api/page-needs.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { activityQuery } from './activity-query.ts'

/** What the page of writes reads when it opens; nothing where nobody keeps them. */
export const activityPageNeeds: PageNeeds = (client) =>
  client.getQueryData(sessionQuery.queryKey)?.isWatched === true
    ? [client.ensureInfiniteQueryData(activityQuery)]
    : []
