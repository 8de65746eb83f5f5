import type { PageNeeds } from '#app/api/page-needs.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { stateOf } from './request-state.ts'

/** What the list of requests, in the state that the address asks for reads when it opens. */
export const requestsPageNeeds: PageNeeds = (client, { search }) => [
  client.ensureInfiniteQueryData(requestsQuery(stateOf(search))),
]
