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

/**
 * How long an answer may take to begin, in ms: longer than the gateway waits for Bitbucket. What comes later, or never,
 * is not the gateway's doing: something before it holds the request.
 */
const ANSWER_LIMIT_MS = 45_000

type Sent = Pick<WireRequest, 'method' | 'target' | 'headers' | 'body'>

const ask = async (
  request: Sent,
  signal: AbortSignal | undefined,
  cache: RequestCache,
): Promise<Response> => {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), ANSWER_LIMIT_MS)
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
      signal: signal ? AbortSignal.any([signal, limit.signal]) : limit.signal,
    })
  } catch (cause) {
    signal?.throwIfAborted()
    throw new Problem({ kind: limit.signal.aborted ? 'no-answer' : 'offline', cause })
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Sends one request to the gateway and returns its 2xx answer, whose body is not read yet.
 *
 * @throws Problem for everything else; `DOMException` "AbortError" when `signal` aborts.
 */
const answerTo = async (
  request: Sent,
  signal?: AbortSignal,
  cache: RequestCache = 'default',
): Promise<Response> => {
  const response = await ask(request, signal, cache)
  // The gateway never redirects; what does is a login page or a proxy before it.
  if (response.type === 'opaqueredirect') throw new Problem({ kind: 'redirected' })
  const mark = response.headers.get(SESSION_HEADER)
  if (mark !== null && !pageSession.isOwn(mark)) throw new Problem({ kind: 'other-session' })
  if (!response.ok || !response.headers.has(SOURCE_HEADER)) throw await readProblem(response)
  return response
}

/** A body that breaks off says nothing about what was asked. */
const brokenOff = (status: number, cause: unknown, signal: AbortSignal | undefined): Problem => {
  signal?.throwIfAborted()
  return new Problem({ kind: 'unreadable', status, cause })
}

const textOf = async (response: Response, signal: AbortSignal | undefined): Promise<string> => {
  try {
    return await response.text()
  } catch (cause) {
    throw brokenOff(response.status, cause, signal)
  }
}

/**
 * Sends one request to the gateway and returns the text of a 2xx answer.
 *
 * @throws Problem for everything else; `DOMException` "AbortError" when `signal` aborts.
 */
export const send = async (request: Sent, signal?: AbortSignal): Promise<string> =>
  textOf(await answerTo(request, signal), signal)

/**
 * Sends one question to the gateway and calls `onLine` with each line of a 2xx answer as it arrives.
 *
 * @throws Problem for everything else, also when the answer breaks off; `DOMException` "AbortError" when `signal` aborts.
 */
export const readLines = async (
  request: Sent,
  onLine: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> => {
  const response = await answerTo(request, signal, 'no-store')
  const reader = response.body?.getReader()
  const next = async () => {
    try {
      return await reader?.read()
    } catch (cause) {
      throw brokenOff(response.status, cause, signal)
    }
  }
  const decoder = new TextDecoder()
  let rest = ''
  for (let chunk = await next(); chunk?.value !== undefined; chunk = await next()) {
    const lines = (rest + decoder.decode(chunk.value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') onLine(line)
  }
  if (rest !== '') onLine(rest)
}

/**
 * Posts a value as JSON to an endpoint of the gateway itself and returns the text of a 2xx answer.
 *
 * @throws what {@link send} throws.
 */
export const postJson = (target: string, value: unknown, signal?: AbortSignal): Promise<string> =>
  send(
    {
      method: 'POST',
      target,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(value),
    },
    signal,
  )

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

/**
 * Asks an endpoint of the gateway itself, and reads its JSON by a schema of the contract.
 *
 * @throws what {@link send} throws, and Problem of kind `unreadable`.
 */
export const readOwn = async <Schema extends v.GenericSchema<unknown, unknown>>(
  schema: Schema,
  target: string,
  signal?: AbortSignal,
): Promise<v.InferOutput<Schema>> =>
  read(
    schema,
    await send({ method: 'GET', target, headers: { accept: 'application/json' }, body: null }, signal),
  )

const answerOf = (operation: Operation, text: string, status: number): unknown => {
  if (operation.result === 'nothing') {
    // Bitbucket confirms such a write with 204. Any other success is that of a server that carried nothing out.
    if (status !== 204) throw new Problem({ kind: 'unreadable', status })
    return undefined
  }
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
  const response = await answerTo(request, signal, cache)
  const result = answerOf(operations[name], await textOf(response, signal), response.status)
  if (!isAbout(name, input, result)) throw new Problem({ kind: 'other-subject' })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The row's own schema made this value, which the compiler cannot follow through the table.
  return result as ResultOf<Operations[Name]>
}
