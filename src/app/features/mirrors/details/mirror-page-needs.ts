import type { PageNeeds } from '#app/api/page-needs.ts'
import { mirrorQuery, mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { preferredMirrorQuery } from '#app/domain/preference/preferred-mirror.ts'
import { clockOffsetQuery, upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'

/** What the page of one mirror reads when it opens. */
export const mirrorPageNeeds: PageNeeds = (client, { id }) => [
  client.ensureQueryData(mirrorQuery(id)),
  client.ensureQueryData(mirrorsQuery),
  client.ensureQueryData(clockOffsetQuery),
  client.ensureQueryData(preferredMirrorQuery),
  client.ensureQueryData(upstreamVersionQuery),
]
