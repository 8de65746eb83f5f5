import type { PageNeeds } from '#app/api/page-needs.ts'
import { mirrorQuery } from '#app/domain/mirror/mirrors.ts'
import { mirrorsPageNeeds } from '#app/features/mirrors/list/mirrors-page-needs.ts'

/** What the page of one mirror reads when it opens: the mirror, and for its neighbours what their list reads. */
export const mirrorPageNeeds: PageNeeds = (client, address) => [
  client.ensureQueryData(mirrorQuery(address.id)),
  ...mirrorsPageNeeds(client, address),
]
