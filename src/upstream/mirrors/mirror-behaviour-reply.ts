import type { MirrorBehaviour, MirrorRecord } from '#upstream/records/mirror-record.ts'
import { replyWithHtml, replyWithJson, replyWithNothing } from '#upstream/reply.ts'
import { RestFailure, notPermitted } from '#upstream/rest-failure.ts'
import type { Wait } from '#upstream/wait.ts'

const SLOW_MS = 3_000
const CHUNK_BYTES = 16_384

/** A body that begins like an answer and never ends; it is made as fast as it is read. */
const endlessReply = (): Response => {
  const filler = new TextEncoder().encode('x'.repeat(CHUNK_BYTES))
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) =>
        controller.enqueue(new TextEncoder().encode('{"available":true,"status":"AVAILABLE","mirrorName":"')),
      pull: (controller) => controller.enqueue(filler),
    },
    { highWaterMark: 1 },
  )
  return new Response(body, { headers: { 'content-type': 'application/json;charset=UTF-8' } })
}

type Reply = (
  mirror: MirrorRecord,
  wait: Wait,
  signal: AbortSignal,
) => Response | null | Promise<Response | null>

const after =
  (ms: number): Reply =>
  async (_mirror, wait, signal) => {
    await wait(ms, signal)
    return null
  }

const replies = {
  answers: () => null,
  'hostile-addresses': () => null,
  'other-repository': () => null,
  slow: after(SLOW_MS),
  hangs: after(Number.POSITIVE_INFINITY),
  refuses: () => {
    throw notPermitted()
  },
  redirects: ({ baseUrl }) => replyWithNothing(302, { location: `${baseUrl}/login` }),
  'redirects-inside': () => replyWithNothing(302, { location: 'http://169.254.169.254/latest/meta-data/' }),
  huge: endlessReply,
  html: () => replyWithHtml('<!doctype html><title>Mirror</title><h1>This mirror is being set up</h1>'),
  'wrong-content': () => replyWithJson({ health: 'RUNNING', nodes: 3 }),
  fails: () => {
    throw new RestFailure(500, 'An error occurred while processing the request.', null)
  },
  maintenance: () => {
    throw new RestFailure(503, 'The mirror is in maintenance.', null, { 'retry-after': '60' })
  },
  'rate-limited': () => {
    throw new RestFailure(429, 'Too many requests', 'RateLimitExceededException', { 'retry-after': '30' })
  },
  'unknown-repository': () => {
    throw new RestFailure(404, 'The repository does not exist.', 'NoSuchRepositoryException')
  },
} as const satisfies Record<MirrorBehaviour, Reply>

/**
 * What a misbehaving mirror does; `null` for one that answers properly after that.
 *
 * @throws RestFailure where it refuses, and the signal's reason when the caller gives up on one that hangs.
 */
export const mirrorBehaviourReply = (
  mirror: MirrorRecord,
  wait: Wait,
  signal: AbortSignal,
): Response | null | Promise<Response | null> => replies[mirror.behaviour](mirror, wait, signal)
