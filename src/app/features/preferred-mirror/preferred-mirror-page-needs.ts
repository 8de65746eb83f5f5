import type { PageNeeds } from '#app/api/page-needs.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { preferredMirrorQuery } from '#app/domain/preference/preferred-mirror.ts'
import { clockOffsetQuery } from '#app/domain/upstream/upstream.ts'

/** What the page of the preferred mirror reads when it opens. */
export const preferredMirrorPageNeeds: PageNeeds = (client) => [
  client.ensureQueryData(preferredMirrorQuery),
  client.ensureQueryData(mirrorsQuery),
  client.ensureQueryData(clockOffsetQuery),
]
