import * as v from 'valibot'
import { SOURCE_HEADER } from '#contract/answer-source.ts'
import type { InputOf, Operation, ResultOf } from '#contract/operation.ts'
import { type OperationName, type Operations, operations } from '#contract/operations.ts'
import { parseJson } from '#contract/parse-json.ts'
import { UnsafeIdError } from '#contract/path.ts'
import { CSRF_HEADER, CSRF_VALUE, SESSION_HEADER } from '#contract/session.ts'
import { isAbout } from '#contract/subject.ts'
import { type WireRequest, wireRequest } from '#contract/wire-request.ts'
import { basePath } from '#app/browser/base-path.ts'
import { pageSession } from './page-session.ts'
import { Problem } from './problem.ts'
import { readProblem } from './read-problem.ts'

/** The gateway is where the document came from. */
const addressOf = (target: string): URL => new URL(basePath() + target, document.baseURI)

/** Every write has a key of its own, so that the gateway knows one which the browser itself sends again. */
const writeHeaders = () => ({ [CSRF_HEADER]: `${CSRF_VALUE}-${Math.random().toString(36).slice(2)}` })

type Sent = Pick<WireRequest, 'method' | 'target' | 'headers' | 'body'>

const ask = async (
  request: Sent,
  signal: AbortSignal | undefined,
  cache: RequestCache,
): Promise<Response> => {
  try {
    // The document may have asked for this address already; the browser then hands over that answer, once.
    return await fetch(addressOf(request.target), {
      method: request.method,
      headers: {
        ...request.headers,
        ...pageSession.headers(),
        ...(request.method === 'GET' ? {} : writeHeaders()),
      },
      body: request.body,
      redirect: 'manual',
      cache,
      ...(signal ? { signal } : {}),
    })
  } catch (cause) {
    signal?.throwIfAborted()
    throw new Problem({ kind: 'offline', cause })
  }
}

/**
 * Sends one request to the gateway and returns the text of a 2xx answer.
 *
 * @throws Problem for everything else; `DOMException` "AbortError" when `signal` aborts.
 */
export const send = async (
  request: Sent,
  signal?: AbortSignal,
  cache: RequestCache = 'default',
): Promise<string> => {
  const response = await ask(request, signal, cache)
  // The gateway never redirects; what does is a login page or a proxy before it.
  if (response.type === 'opaqueredirect') throw new Problem({ kind: 'redirected' })
  const mark = response.headers.get(SESSION_HEADER)
  if (mark !== null && !pageSession.isOwn(mark)) throw new Problem({ kind: 'other-session' })
  if (!response.ok || !response.headers.has(SOURCE_HEADER)) throw await readProblem(response)
  try {
    return await response.text()
  } catch (cause) {
    signal?.throwIfAborted()
    throw new Problem({ kind: 'unreadable', status: response.status, cause })
  }
}

/**
 * Reads JSON text by a schema of the contract.
 *
 * @throws Problem of kind `unreadable`.
 */
export const read = <Schema extends v.GenericSchema<unknown, unknown>>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> => {
  try {
    return v.parse(schema, parseJson(text))
  } catch (cause) {
    throw new Problem({ kind: 'unreadable', cause })
  }
}

const answerOf = (operation: Operation, text: string): unknown => {
  if (operation.result === 'nothing') return undefined
  return operation.result === 'html' ? text : read(operation.result, text)
}

/**
 * Calls one operation of the contract through the gateway; input and result are typed by its row. An answer that is
 * timed needs `cache` "no-store": then it is never one that the document asked for before.
 *
 * @throws Problem, see `problem.ts`; an id that cannot stand in a path is `not-found`, and nothing is sent.
 */
export const call = async <Name extends OperationName>(
  name: Name,
  input: InputOf<Operations[Name]>,
  signal?: AbortSignal,
  cache?: RequestCache,
): Promise<ResultOf<Operations[Name]>> => {
  let request: WireRequest
  try {
    request = wireRequest(name, input)
  } catch (cause) {
    if (cause instanceof UnsafeIdError) throw new Problem({ kind: 'not-found', cause })
    throw cause
  }
  const text = await send(request, signal, cache)
  const result = answerOf(operations[name], text)
  if (!isAbout(name, input, result)) throw new Problem({ kind: 'other-subject' })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The row's own schema made this value, which the compiler cannot follow through the table.
  return result as ResultOf<Operations[Name]>
}
