import type { PageNeeds } from '#app/api/page-needs.ts'
import { analyticsQuery, upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'

/** What the page about Bitbucket itself reads when it opens. */
export const upstreamPageNeeds: PageNeeds = (client) => [
  client.ensureQueryData(analyticsQuery),
  client.ensureQueryData(upstreamVersionQuery),
]
