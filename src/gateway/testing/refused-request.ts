/** One request that must be refused: what it is, its bytes, and the status it must get. */
export type RefusedRequest = readonly [name: string, bytes: string, status: number]

/** The collection that most of the requests ask for. */
export const MIRRORS = '/rest/mirroring/latest/mirrorServers'

/** A write without a body. */
export const ACCEPT = '/rest/mirroring/latest/requests/7/accept'

/** A write with one. */
export const REQUESTS = '/rest/mirroring/latest/requests'

const END = 'Connection: close\r\n\r\n'

/** All proofs that a page of the session itself sends the request: a refusal has another reason. */
export const PROOFS =
  'Cookie: COOKIE\r\nx-mirror-console: 1\r\nx-mirror-console-session: MARK\r\nsec-fetch-site: same-origin\r\n'

/** A read of a signed-in user, with the raw target; `HOST`, `COOKIE` and `MARK` are filled in when it is sent. */
export const get = (target: string, more = ''): string =>
  `GET ${target} HTTP/1.1\r\nHost: HOST\r\nCookie: COOKIE\r\n${more}${END}`

/** A request that begins with these lines, with nothing added but its end. */
export const raw = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n${END}`

/** A write of a signed-in user, from the console itself; `body` follows the head as it is. */
export const write = (method: string, target: string, more = '', body = ''): string =>
  `${method} ${target} HTTP/1.1\r\nHost: HOST\r\n${PROOFS}${more}${END}${body}`

/** A JSON body with its length. */
export const json = (method: string, target: string, body: string, more = ''): string =>
  write(
    method,
    target,
    `content-type: application/json\r\n${more}content-length: ${Buffer.byteLength(body, 'latin1')}\r\n`,
    body,
  )
