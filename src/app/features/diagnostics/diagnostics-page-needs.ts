import type { PageNeeds } from '#app/api/page-needs.ts'
import { upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'

/** What the diagnostics page reads when it opens. */
export const diagnosticsPageNeeds: PageNeeds = (client) => [client.ensureQueryData(upstreamVersionQuery)]
