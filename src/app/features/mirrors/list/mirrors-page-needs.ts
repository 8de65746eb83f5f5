import type { PageNeeds } from '#app/api/page-needs.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { preferredMirrorQuery } from '#app/domain/preference/preferred-mirror.ts'
import { clockOffsetQuery, upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'

/** What the list of mirrors reads when it opens. */
export const mirrorsPageNeeds: PageNeeds = (client) => [
  client.ensureQueryData(mirrorsQuery),
  client.ensureQueryData(clockOffsetQuery),
  client.ensureQueryData(preferredMirrorQuery),
  client.ensureQueryData(upstreamVersionQuery),
]
