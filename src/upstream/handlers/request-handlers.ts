import * as v from 'valibot'
import { REQUEST_STATES, type RequestState, mirroringRequestBody } from '#contract/mirroring-request.ts'
import { changeBefore } from '#upstream/list-behaviour.ts'
import { pageOf, startOf } from '#upstream/paging.ts'
import type { RequestRecord } from '#upstream/records/request-record.ts'
import { replyWithJson, replyWithNothing } from '#upstream/reply.ts'
import { readJson } from '#upstream/request-body.ts'
import { RestFailure, badRequest } from '#upstream/rest-failure.ts'
import { rowsOfList } from '#upstream/rows.ts'
import type { World } from '#upstream/world.ts'
import { requestWire } from '#upstream/wire/request-wire.ts'
import { findRequest } from './find-request.ts'
import type { Handlers } from './handler.ts'

const isState = (text: string): text is RequestState => REQUEST_STATES.some((state) => state === text)

const stateAsked = (query: URLSearchParams): RequestState | null => {
  const state = query.get('state')?.toUpperCase()
  if (state === undefined || state === '') return null
  if (!isState(state)) throw badRequest('The parameter "state" is not a state of a mirroring request.')
  return state
}

/** What other administrators and mirrors do meanwhile. */
const changeRequests = (world: World, start: number): void => {
  const requests = world.requests()
  const first = requests.findIndex(({ state }) => state === 'PENDING')
  const template = requests[first]
  if (template === undefined) return
  const change = changeBefore(world.listMemory, start)
  if (change === 'delete') requests.splice(first, 1)
  if (change === 'add') {
    const id = world.nextRequestId()
    requests.splice(first, 0, { ...template, id, mirrorId: `new-${id}`, mirrorName: `New mirror ${id}` })
  }
}

const conflict = (message: string) =>
  new RestFailure(409, message, 'mirroring.InvalidMirroringRequestException')

/** Requests of mirrors that want to join. */
export const requestHandlers = {
  listRequests: (exchange) => {
    const { world, query } = exchange
    const state = stateAsked(query)
    if (world.settings.lists === 'changing') changeRequests(world, startOf(query))
    const all = world.requests()
    const rows = state === null ? all : all.filter((request) => request.state === state)
    return replyWithJson(
      pageOf(
        rowsOfList(rows),
        exchange,
        () => true,
        (request) => requestWire(request, world.settings.profile),
      ),
    )
  },
  createRequest: async ({ world, request }) => {
    const body = v.safeParse(mirroringRequestBody, await readJson(request))
    if (!body.success) throw conflict('The mirroring request was invalid or missing.')
    const asked = body.output
    const requests = world.requests()
    if (requests.some(({ state, mirrorId }) => state === 'PENDING' && mirrorId === asked.mirrorId)) {
      throw conflict('A mirroring request of this mirror is pending already.')
    }
    const record: RequestRecord = {
      id: world.nextRequestId(),
      // Any state that was sent is ignored: a mirror cannot accept itself.
      state: 'PENDING',
      mirrorId: asked.mirrorId,
      mirrorName: asked.mirrorName,
      mirrorBaseUrl: asked.mirrorBaseUrl,
      mirrorType: asked.mirrorType,
      productType: asked.productType ?? 'Bitbucket',
      productVersion: asked.productVersion,
      addonDescriptorUri: asked.addonDescriptorUri ?? `${asked.mirrorBaseUrl}/rest/mirroring/1.0/descriptor`,
    }
    requests.push(record)
    return replyWithJson(requestWire(record, world.settings.profile))
  },
  getRequest: ({ world }, { mirroringRequestId }) =>
    replyWithJson(requestWire(findRequest(world, mirroringRequestId), world.settings.profile)),
  deleteRequest: ({ world }, { mirroringRequestId }) => {
    const requests = world.requests()
    requests.splice(requests.indexOf(findRequest(world, mirroringRequestId)), 1)
    return replyWithNothing()
  },
} satisfies Partial<Handlers>
