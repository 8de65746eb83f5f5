import type { Exchange } from './exchange.ts'
import { RestFailure, notPermitted } from './rest-failure.ts'
import { replyBreakingAfter, replyWithHtml, replyWithJson, replyWithNothing } from './reply.ts'
import type { Sentinel } from './sentinels.ts'

/** The page that people sign in on; programs get it where they expected JSON. */
const LOGIN_PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Log in - Bitbucket</title></head>' +
  '<body><h2>Log in</h2><form method="post"><input name="j_username"><input name="j_password"></form></body></html>'

/** Where the login page is. */
export const loginUrlOf = ({ world }: Pick<Exchange, 'world'>): string => `${world.settings.baseUrl}/login`

type Reply = (exchange: Exchange) => Response | null | Promise<Response | null>

/** Waits, and leaves the answer to the handler. */
const after =
  (ms: number): Reply =>
  async ({ world, request }) => {
    await world.settings.wait(ms, request.signal)
    return null
  }

const refuse =
  (failure: () => RestFailure): Reply =>
  () => {
    throw failure()
  }

const replies = {
  'answers-500': refuse(() => new RestFailure(500, 'An error occurred while processing the request.', null)),
  'answers-503': refuse(
    () => new RestFailure(503, 'Bitbucket is being upgraded.', null, { 'retry-after': '5' }),
  ),
  'answers-429': refuse(
    () => new RestFailure(429, 'Too many requests', 'RateLimitExceededException', { 'retry-after': '30' }),
  ),
  'answers-html': () => replyWithHtml(LOGIN_PAGE),
  'login-redirect': (exchange) => replyWithNothing(302, { location: loginUrlOf(exchange) }),
  'not-permitted': refuse(notPermitted),
  'no-licence': refuse(
    () => new RestFailure(409, 'Mirroring is not available.', 'mirroring.MirroringNotAvailableException'),
  ),
  'broken-body': () => replyBreakingAfter('{"id":"broken-body","name":"Bro'),
  'wrong-shape': () => replyWithJson({ values: 'none', status: 'ok' }),
  'answers-other': () => null,
  'slow-3s': after(3_000),
  'slow-15s': after(15_000),
  'never-answers': after(Number.POSITIVE_INFINITY),
} as const satisfies Record<Sentinel, Reply>

/**
 * What a sentinel answers; `null` when, after a delay, the first resource of its kind is to answer instead.
 *
 * @throws RestFailure for the sentinels that refuse.
 */
export const sentinelReply = (
  sentinel: Sentinel,
  exchange: Exchange,
): Response | null | Promise<Response | null> => replies[sentinel](exchange)
