import type { PageNeeds } from '#app/api/page-needs.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { requestQuery, requestsQuery } from '#app/domain/request/requests.ts'
import { upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'

/**
 * What the page of one request reads when it opens. A pending request is judged by the last three; they start with the
 * request itself, because waiting for its answer first would cost one more round trip.
 */
export const requestPageNeeds: PageNeeds = (client, { id }) => [
  client.ensureQueryData(requestQuery(id)),
  client.ensureQueryData(mirrorsQuery),
  client.ensureInfiniteQueryData(requestsQuery('PENDING')),
  client.ensureQueryData(upstreamVersionQuery),
]
