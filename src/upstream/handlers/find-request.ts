import { sentIdOf } from '#upstream/json-text.ts'
import type { RequestRecord } from '#upstream/records/request-record.ts'
import { noSuchRequest } from '#upstream/rest-failure.ts'
import type { World } from '#upstream/world.ts'

/**
 * The request with this id.
 *
 * @throws RestFailure 409 when there is none: that is how Bitbucket says it here.
 */
export const findRequest = (world: World, id: string): RequestRecord => {
  const request = world.requests().find((request) => sentIdOf(request) === id)
  if (!request) throw noSuchRequest(id)
  return request
}
