import type { PageNeeds } from '#app/api/page-needs.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { clockOffsetQuery, upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'

/** What the overview reads when it opens. */
export const overviewPageNeeds: PageNeeds = (client) => [
  client.ensureQueryData(mirrorsQuery),
  client.ensureInfiniteQueryData(requestsQuery('PENDING')),
  client.ensureQueryData(clockOffsetQuery),
  client.ensureQueryData(upstreamVersionQuery),
]
