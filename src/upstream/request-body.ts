import { RestFailure, badRequest } from './rest-failure.ts'

/** Whether a request says that its body is JSON; a charset may follow. */
export const isJson = (request: Request): boolean =>
  (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() === 'application/json'

/**
 * Reads a JSON body.
 *
 * @throws RestFailure 415 when it is of another type, 400 when it is no JSON.
 */
export const readJson = async (request: Request): Promise<unknown> => {
  if (!isJson(request)) throw new RestFailure(415, 'HTTP 415 Unsupported Media Type', null)
  const text = await request.text()
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest('The body is not valid JSON.')
  }
}
