import type { ServerResponse } from 'node:http'
import type { Dispatcher } from 'undici'
import { type AnswerHead, answerProblem, isEmptyAnswer } from '#gateway/upstream/answer-problem.ts'
import { AnswerTooLarge } from '#gateway/upstream/answer-too-large.ts'
import { breakOff } from '#gateway/http/break-off.ts'
import { DATA_HEADERS } from '#gateway/document/document-policy.ts'
import { GatewayError, JSON_TYPE } from '#gateway/http/gateway-error.ts'
import { type AnswerSource, SOURCE_HEADER } from '#contract/answer-source.ts'
import { upstreamErrorOf } from '#gateway/upstream/network-error.ts'

/** Largest answer in bytes. A page of 1000 repositories is about 1 MiB; beyond this something is wrong. */
const MAX_ANSWER = 33_554_432

/** What of an answer's headers reaches the browser, besides status and type. Never locations or CORS, and no cookie but by {@link JudgeAnswer}. */
const PASSED_ON = [
  'content-length',
  'etag',
  'retry-after',
  'x-ausername',
  'x-ratelimit-fillrate',
  'x-ratelimit-interval-seconds',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
] as const

/** Names and values alternating, the form that Node writes unchecked. */
const FIXED_HEADERS: readonly string[] = Object.entries({
  ...DATA_HEADERS,
  [SOURCE_HEADER]: 'upstream' satisfies AnswerSource,
}).flat()

const headersOf = (head: AnswerHead, own: readonly string[]): string[] => {
  const headers = [...FIXED_HEADERS, ...own]
  for (const name of PASSED_ON) {
    const value = head.header(name)
    if (value !== null) headers.push(name, value)
  }
  if (!isEmptyAnswer(head)) headers.push('content-type', JSON_TYPE)
  return headers
}

/**
 * Judges an answer before anything of it is passed on: by its head, and by its `Set-Cookie` lines, of which those that
 * are returned reach the browser.
 */
export type JudgeAnswer = (
  head: AnswerHead,
  setCookies: readonly string[],
) => { readonly problem: GatewayError | null; readonly setCookies: readonly string[] }

const unjudged: JudgeAnswer = () => ({ problem: null, setCookies: [] })

/**
 * Sends a request to the upstream and streams its answer to `response`. Resolves once the answer is complete or
 * broken off: a body that breaks upstream breaks the connection here too and is never ended as if it were whole, and
 * so does one that is not through after `totalMs`. `ownHeaders` (names and values alternating) are the gateway's.
 *
 * @throws GatewayError while nothing has been sent to the browser.
 */
export const relay = (
  dispatcher: Pick<Dispatcher, 'dispatch'>,
  request: Dispatcher.DispatchOptions,
  response: ServerResponse,
  {
    ownHeaders,
    totalMs,
    judge = unjudged,
  }: { readonly ownHeaders: readonly string[]; readonly totalMs: number; readonly judge?: JudgeAnswer },
): Promise<void> =>
  new Promise((settle, reject) => {
    let controller: Dispatcher.DispatchController | undefined
    let received = 0
    const deadline = setTimeout(() => {
      const timeout = new GatewayError('upstream-timeout')
      if (controller === undefined) fail(timeout)
      else controller.abort(timeout)
    }, totalMs)
    const resolve = () => {
      clearTimeout(deadline)
      settle()
    }
    const onClose = () => {
      // The browser has disconnected: the remaining answer has no reader.
      if (!response.writableFinished) controller?.abort(new Error('The browser closed the connection'))
      resolve()
    }
    const resume = () => controller?.resume()
    response.once('close', onClose)
    const fail = (error: unknown) => {
      if (response.destroyed) return resolve()
      if (response.headersSent) {
        breakOff(response)
        return resolve()
      }
      response.off('close', onClose)
      clearTimeout(deadline)
      return reject(upstreamErrorOf(error))
    }
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: (started) => {
        controller = started
        if (response.destroyed) started.abort(new Error('The browser closed the connection'))
      },
      onResponseStart: (started, status, headers) => {
        if (status < 200) return
        const header = (name: string) => {
          const value = headers[name]
          return typeof value === 'string' ? value : null
        }
        const head = { status, header }
        const judged = judge(head, [headers['set-cookie'] ?? []].flat())
        const problem = judged.problem ?? answerProblem(head)
        const isHuge = Number(header('content-length')) > MAX_ANSWER
        if (problem !== null || isHuge) {
          started.abort(problem ?? new AnswerTooLarge())
          return
        }
        const cookies = judged.setCookies.flatMap((cookie) => ['set-cookie', cookie])
        response.writeHead(status, headersOf(head, [...ownHeaders, ...cookies]))
      },
      onResponseData: (started, chunk) => {
        received += chunk.length
        if (received > MAX_ANSWER) started.abort(new AnswerTooLarge())
        else if (!response.write(chunk)) {
          started.pause()
          response.once('drain', resume)
        }
      },
      onResponseEnd: () => {
        response.end()
      },
      onResponseError: (_controller, error) => fail(error),
    }
    try {
      dispatcher.dispatch(request, handler)
    } catch (error) {
      fail(error)
    }
  })
