import type { Exchange } from '#upstream/exchange.ts'
import type { MirrorRecord } from '#upstream/records/mirror-record.ts'
import type { RequestRecord } from '#upstream/records/request-record.ts'
import { replyBreakingAfter, replyWithJson } from '#upstream/reply.ts'
import { RestFailure, noSuchRequest } from '#upstream/rest-failure.ts'
import type { RequestSentinel } from '#upstream/sentinels.ts'
import type { World } from '#upstream/world.ts'
import { mirrorWire } from '#upstream/wire/mirror-wire.ts'
import { findRequest } from './find-request.ts'
import type { Handlers } from './handler.ts'

type Decision = 'ACCEPTED' | 'REJECTED'

const SLOW_MS = 3_000
const RETRY_AFTER_S = 5

const mirrorOf = (request: RequestRecord, acceptedAt: number, isAccepted: boolean): MirrorRecord => ({
  id: request.mirrorId,
  name: request.mirrorName,
  baseUrl: request.mirrorBaseUrl,
  enabled: isAccepted,
  mirrorType: request.mirrorType,
  productType: request.productType,
  productVersion: request.productVersion,
  acceptedAt,
  clockSkewMs: 0,
  behaviour: 'answers',
  projects: 'all',
})

const decide = (world: World, request: RequestRecord, state: Decision, now: number): MirrorRecord => {
  const requests = world.requests()
  requests.splice(requests.indexOf(request), 1, { ...request, state })
  const mirror = mirrorOf(request, now, state === 'ACCEPTED')
  if (state === 'REJECTED') return mirror
  // A mirror that joins again under the same id takes its old place.
  const known = world.mirrors.findIndex(({ id }) => id === mirror.id)
  if (known < 0) world.mirrors.push(mirror)
  else world.mirrors.splice(known, 1, mirror)
  return mirror
}

const rateLimit = (world: World, request: RequestRecord, now: number): void => {
  const since = world.rateLimitedAt.get(request.id) ?? now
  world.rateLimitedAt.set(request.id, since)
  const leftS = Math.ceil((since - now) / 1000) + RETRY_AFTER_S
  if (leftS <= 0) return
  throw new RestFailure(429, 'Too many requests', 'RateLimitExceededException', {
    'retry-after': String(leftS),
  })
}

type Decide = (exchange: Exchange, request: RequestRecord, state: Decision) => Response | Promise<Response>

const decideProperly: Decide = ({ world, now }, request, state) =>
  replyWithJson(mirrorWire(world, decide(world, request, state, now), now))

const waysToDecide = {
  'answer-lost': ({ world, now }, request, state) => {
    decide(world, request, state, now)
    return replyBreakingAfter('{"enabled":')
  },
  'decides-slowly': async (exchange, request, state) => {
    const response = await decideProperly(exchange, request, state)
    await exchange.world.settings.wait(SLOW_MS, exchange.request.signal)
    return response
  },
  'decides-429': (exchange, request, state) => {
    rateLimit(exchange.world, request, exchange.now)
    return decideProperly(exchange, request, state)
  },
  raced: ({ world, now }, request) => {
    decide(world, request, 'ACCEPTED', now)
    throw noSuchRequest(String(request.id))
  },
  'decides-500': () => {
    throw new RestFailure(500, 'An error occurred while processing the request.', null)
  },
} as const satisfies Record<RequestSentinel, Decide>

const answer = (exchange: Exchange, id: string, state: Decision): Response | Promise<Response> => {
  const request = findRequest(exchange.world, id)
  // A handled request is refused as a missing one: the document knows no other refusal.
  if (request.state !== 'PENDING') throw noSuchRequest(id)
  const respond: Decide = request.sentinel === undefined ? decideProperly : waysToDecide[request.sentinel]
  return respond(exchange, request, state)
}

/** Accepting and rejecting, each once: the second decision gets 409. */
export const decisionHandlers = {
  acceptRequest: (exchange, { mirroringRequestId }) => answer(exchange, mirroringRequestId, 'ACCEPTED'),
  rejectRequest: (exchange, { mirroringRequestId }) => answer(exchange, mirroringRequestId, 'REJECTED'),
} satisfies Partial<Handlers>
