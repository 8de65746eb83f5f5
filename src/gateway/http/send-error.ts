import type { ServerResponse } from 'node:http'
import { breakOff } from './break-off.ts'
import { DATA_HEADERS } from '#gateway/document/document-policy.ts'
import { gatewayErrorOf, JSON_TYPE } from './gateway-error.ts'

/** Answers with an error, or breaks the connection where an answer is already under way. */
export const sendError = (response: ServerResponse, error: unknown, requestId?: string): void => {
  const known = gatewayErrorOf(error)
  if (response.headersSent) {
    breakOff(response)
    return
  }
  response.removeHeader('set-cookie')
  if (requestId !== undefined) response.setHeader('x-request-id', requestId)
  response.writeHead(known.status, { ...DATA_HEADERS, ...known.headers, 'content-type': JSON_TYPE })
  response.end(response.req.method === 'HEAD' ? undefined : known.body)
}
