import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { COMMON_HEADERS, documentPolicy } from './document-policy.ts'
import { errorPage } from './error-page.ts'
import { gatewayErrorOf } from '#gateway/http/gateway-error.ts'
import { sendError } from '#gateway/http/send-error.ts'

/** Whether a person waits for a page: a browser navigates, and not to the API or an endpoint, which are data. */
const wantsPage = ({ method, url = '', headers }: IncomingMessage, basePath: string): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  headers.accept?.includes('text/html') === true &&
  !/^\/(?:rest(?:[/?]|$)|-\/)/i.test(url.startsWith(basePath) ? url.slice(basePath.length) : url)

/** Answers with an error as a page where a person waits for one, and as data everywhere else. */
export const sendErrorPage = (
  response: ServerResponse,
  error: unknown,
  { requestId, basePath }: { readonly requestId: string; readonly basePath: string },
): void => {
  const { req: request } = response
  if (response.headersSent || !wantsPage(request, basePath)) return sendError(response, error, requestId)
  const known = gatewayErrorOf(error)
  const nonce = randomBytes(16).toString('base64')
  const page = Buffer.from(errorPage(known, { nonce, home: `${basePath}/`, requestId }))
  response.removeHeader('set-cookie')
  response.writeHead(known.status, {
    ...COMMON_HEADERS,
    ...known.headers,
    'x-request-id': requestId,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': documentPolicy(nonce),
    'cache-control': 'no-store',
    'content-length': page.length,
  })
  response.end(request.method === 'HEAD' ? undefined : page)
  return undefined
}
