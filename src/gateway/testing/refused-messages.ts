import { SESSION_HEADER } from '#contract/session.ts'
import {
  ACCEPT,
  get,
  json,
  MIRRORS,
  PROOFS,
  raw,
  type RefusedRequest,
  REQUESTS,
  write,
} from './refused-request.ts'

/** A request that would be carried out if it passed: request smuggling needs the upstream to read it. */
const SMUGGLED = `DELETE ${MIRRORS}/a HTTP/1.1\r\nHost: HOST\r\n${PROOFS}\r\n`
const BODY = '{"mirrorName":"m"}'
const JSON_TYPE = 'content-type: application/json\r\n'
const chunked = (type: string, body = `0\r\n\r\n${SMUGGLED}`, more = '') =>
  write('POST', REQUESTS, `${JSON_TYPE}${more}${type}\r\n`, body)

/** Bodies whose end two servers could read at two places. */
const smuggling: readonly RefusedRequest[] = [
  ['a length and chunks', chunked('transfer-encoding: chunked', undefined, 'content-length: 6\r\n'), 400],
  ['chunks and a length', chunked('transfer-encoding: chunked\r\ncontent-length: 6'), 400],
  [
    'two lengths',
    write('POST', REQUESTS, `${JSON_TYPE}content-length: 18\r\ncontent-length: 0\r\n`, BODY),
    400,
  ],
  [
    'two equal lengths',
    write('POST', REQUESTS, `${JSON_TYPE}content-length: 18\r\ncontent-length: 18\r\n`, BODY),
    400,
  ],
  ['two lengths in one', write('POST', REQUESTS, `${JSON_TYPE}content-length: 18, 18\r\n`, BODY), 400],
  ['a length with a sign', write('POST', REQUESTS, `${JSON_TYPE}content-length: +18\r\n`, BODY), 400],
  ['a negative length', write('POST', REQUESTS, `${JSON_TYPE}content-length: -1\r\n`, BODY), 400],
  ['a length in hex', write('POST', REQUESTS, `${JSON_TYPE}content-length: 0x12\r\n`, BODY), 400],
  [
    'a length beyond all numbers',
    write('POST', REQUESTS, `${JSON_TYPE}content-length: 99999999999999999999\r\n`),
    400,
  ],
  ['a length of spaces', write('POST', REQUESTS, `${JSON_TYPE}content-length: 1 8\r\n`, BODY), 400],
  [
    'a length with a space before its colon',
    write('POST', REQUESTS, `${JSON_TYPE}content-length : 18\r\n`, BODY),
    400,
  ],
  ['chunks with a space before the colon', chunked('transfer-encoding : chunked'), 400],
  ['chunks with a tab before the colon', chunked('transfer-encoding\t: chunked'), 400],
  ['an unknown encoding', chunked('transfer-encoding: xchunked'), 400],
  ['two encodings, the last not chunks', chunked('transfer-encoding: chunked, identity'), 400],
  ['an encoding that is none', chunked('transfer-encoding: identity'), 400],
  ['an encoding folded', chunked('transfer-encoding:\r\n chunked'), 400],
  ['an encoding behind a vertical tab', chunked('transfer-encoding: \x0bchunked'), 400],
  ['an encoding behind a bare line feed', chunked('x-a: b\ntransfer-encoding: chunked'), 400],
  ['an encoding behind a bare carriage return', chunked('x-a: b\rtransfer-encoding: chunked'), 400],
  ['a chunk size that is none', chunked('transfer-encoding: chunked', 'zz\r\n\r\n'), 400],
  ['a chunk size with a sign', chunked('transfer-encoding: chunked', '-1\r\n\r\n'), 400],
  [
    'a chunk size beyond all numbers',
    chunked('transfer-encoding: chunked', 'fffffffffffffffff\r\n\r\n'),
    400,
  ],
  ['a chunk longer than its size', chunked('transfer-encoding: chunked', `2\r\n${BODY}\r\n0\r\n\r\n`), 400],
  ['a chunk behind a bare line feed', chunked('transfer-encoding: chunked', `12\n${BODY}\r\n0\r\n\r\n`), 400],
  [
    'a chunk extension with a bare line feed',
    chunked('transfer-encoding: chunked', `12;a\n${BODY}\r\n0\r\n\r\n`),
    400,
  ],
  [
    'a chunk extension without end',
    chunked('transfer-encoding: chunked', `12;${'a'.repeat(20_000)}\r\n`),
    413,
  ],
  ['a body on a question', json('GET', MIRRORS, SMUGGLED), 400],
  ['chunks on a question', write('GET', MIRRORS, 'transfer-encoding: chunked\r\n', `0\r\n\r\n`), 400],
  ['a body where none is sent', json('POST', ACCEPT, '{}'), 400],
  ['a body that is another request', json('POST', REQUESTS, SMUGGLED), 400],
]

/** Heads that mean one thing here and another there. */
const headers: readonly RefusedRequest[] = [
  ['a folded header', get(MIRRORS, 'x-a: b\r\n c\r\n'), 400],
  ['a header without a name', get(MIRRORS, ': b\r\n'), 400],
  ['a header without a colon', get(MIRRORS, 'x-a\r\n'), 400],
  ['a name with a space', get(MIRRORS, 'x a: b\r\n'), 400],
  ['a name with a null byte', get(MIRRORS, 'x\0a: b\r\n'), 400],
  ['a value with a null byte', get(MIRRORS, 'x-a: b\0c\r\n'), 400],
  ['a value with a bare carriage return', get(MIRRORS, 'x-a: b\rc: d\r\n'), 400],
  ['lines that end in line feeds alone', `GET ${MIRRORS} HTTP/1.1\nHost: HOST\nCookie: COOKIE\n\n`, 400],
  ['one header without end', get(MIRRORS, `x-a: ${'a'.repeat(20_000)}\r\n`), 431],
  ['headers without end', get(MIRRORS, 'x-a: b\r\n'.repeat(4000)), 431],
  [
    'a credential of its own instead of a session',
    raw(`GET ${MIRRORS} HTTP/1.1`, 'Host: HOST', 'authorization: Basic YWRtaW46YWRtaW4='),
    401,
  ],
  ['two marks of a session', get(MIRRORS, `${SESSION_HEADER}: MARK\r\n${SESSION_HEADER}: MARK\r\n`), 400],
  ['no session', raw(`GET ${MIRRORS} HTTP/1.1`, 'Host: HOST'), 401],
  [
    'a session without a user',
    raw(`GET ${MIRRORS} HTTP/1.1`, 'Host: HOST', 'Cookie: mirror-console=a.b.c.d.e'),
    401,
  ],
  [
    'a session that a header names to be dropped',
    raw(`GET ${MIRRORS} HTTP/1.1`, 'Host: HOST', 'Connection: cookie', 'X-Forwarded-User: admin'),
    401,
  ],
  [
    'a user whom a proxy names',
    raw(
      `GET ${MIRRORS} HTTP/1.1`,
      'Host: HOST',
      'X-Forwarded-User: admin',
      'X_Forwarded_User: admin',
      'Remote-User: admin',
    ),
    401,
  ],
  ['an expectation that no server has', get('/rest/none', 'Expect: canary\r\n'), 404],
  ['an upgrade to a socket', get('/rest/socket', 'Upgrade: websocket\r\nSec-WebSocket-Key: a\r\n'), 404],
]

const unproven = (...lines: readonly string[]) =>
  raw(`POST ${ACCEPT} HTTP/1.1`, 'Host: HOST', 'Cookie: COOKIE', ...lines)
const OWN = 'x-mirror-console: 1'

/** Writes that a page of another site could have sent, and disguised methods. */
const writes: readonly RefusedRequest[] = [
  ['a write without any proof', unproven('x-a: b'), 403],
  ['a write of another site', unproven(OWN, 'sec-fetch-site: cross-site'), 403],
  ['a write of a sibling', unproven(OWN, 'sec-fetch-site: same-site'), 403],
  ['a write by hand', unproven(OWN, 'sec-fetch-site: none'), 403],
  [
    'a write with two words about its site',
    unproven(OWN, 'sec-fetch-site: cross-site', 'sec-fetch-site: same-origin'),
    400,
  ],
  ['a write with another origin', unproven(OWN, 'origin: http://evil.example.com'), 403],
  ['a write with a null origin', unproven(OWN, 'origin: null'), 403],
  ['a write with our origin in another scheme', unproven(OWN, 'origin: https://HOST'), 403],
  [
    'a write with an origin that begins like ours',
    unproven(OWN, 'origin: http://HOST.evil.example.com'),
    403,
  ],
  ['a write without the custom header', unproven('sec-fetch-site: same-origin'), 403],
  [
    'a write with an underscore in the custom header',
    unproven('x_mirror_console: 1', 'sec-fetch-site: same-origin'),
    403,
  ],
  ['a write with another value of it', unproven('x-mirror-console: 0', 'sec-fetch-site: same-origin'), 403],
  [
    'a write that drops its proof',
    unproven('sec-fetch-site: cross-site', 'Connection: sec-fetch-site', OWN),
    403,
  ],
  [
    'a write without a session',
    raw(`POST ${ACCEPT} HTTP/1.1`, 'Host: HOST', OWN, 'sec-fetch-site: same-origin'),
    401,
  ],
  ['a form', unproven('content-type: application/x-www-form-urlencoded', 'content-length: 0'), 403],
  ['another method in a header', write('POST', MIRRORS, 'X-HTTP-Method-Override: DELETE\r\n'), 405],
  ['another method in another header', write('POST', `${MIRRORS}/a`, 'X-Method-Override: DELETE\r\n'), 405],
  ['another method in the query', write('POST', `${MIRRORS}/a?_method=DELETE`), 405],
  ['another method in the query of a question', get(`${MIRRORS}/a?_method=DELETE`), 404],
]

/** Queries and bodies that are no part of the row. */
const contents: readonly RefusedRequest[] = [
  ['a query that is no part of the row', get(`${MIRRORS}?expand=x`), 404],
  ['a query given twice', get(`${MIRRORS}?start=0&start=1`), 404],
  ['a query given twice, once escaped', get(`${MIRRORS}?start=0&%73tart=1`), 404],
  ['a query in another case', get(`${MIRRORS}?Start=0`), 404],
  ['a query like an array', get(`${MIRRORS}?start[]=0`), 404],
  ['a query named like a prototype', get(`${MIRRORS}?__proto__=0`), 404],
  ['a query without a name', get(`${MIRRORS}?=0`), 404],
  ['a value without end', get(`${MIRRORS}?start=${'1'.repeat(600)}`), 404],
  ['a query where the row has none', get(`${MIRRORS}/a?start=0`), 404],
  ['a query on a write', write('DELETE', `${MIRRORS}/a?force=true`), 404],
  ['a second query behind a semicolon', get(`${MIRRORS}?start=0;expand=x`.replace('start=0;', 'a;')), 404],
  [
    'a body in another type',
    write('POST', REQUESTS, 'content-type: text/plain\r\ncontent-length: 18\r\n', BODY),
    415,
  ],
  [
    'a body in XML',
    write('POST', REQUESTS, 'content-type: application/xml\r\ncontent-length: 4\r\n', '<a/>'),
    415,
  ],
  ['a body without a type', write('POST', REQUESTS, 'content-length: 18\r\n', BODY), 415],
  [
    'a body in another character set',
    write('POST', REQUESTS, 'content-type: application/json; charset=utf-7\r\ncontent-length: 18\r\n', BODY),
    415,
  ],
  [
    'a body with two types',
    write(
      'POST',
      REQUESTS,
      'content-type: text/plain\r\ncontent-type: application/json\r\ncontent-length: 18\r\n',
      BODY,
    ),
    400,
  ],
  ['a compressed body', json('POST', REQUESTS, '\x1f\x8b\x08\x00', 'content-encoding: gzip\r\n'), 400],
  ['a body that is no JSON', json('POST', REQUESTS, '{"mirrorName":'), 400],
  ['no body where the row has one', json('POST', REQUESTS, ''), 400],
  ['a body that nests without end', json('POST', REQUESTS, '['.repeat(500_000)), 400],
  ['a body that announces too much', write('POST', REQUESTS, `${JSON_TYPE}content-length: 1048577\r\n`), 413],
  [
    'an own endpoint that is sent too much',
    write('POST', '/-/session', `${JSON_TYPE}content-length: 16385\r\n`),
    413,
  ],
  ['a check of an address', get('/-/fleet?url=http://169.254.169.254/'), 400],
  ['a check with more names than a request may have', get(`/-/fleet?${'mirror=a&'.repeat(101)}`), 400],
  ['a check that writes', json('POST', '/-/fleet', '{}'), 405],
  ['a probe of an address', json('POST', '/-/probe', '{"url":"http://169.254.169.254/"}'), 400],
  ['a probe of a bent id', json('POST', '/-/probe', '{"mirrorId":"a","repositoryId":"../admin"}'), 400],
  ['a panel of a bent id', get('/-/panel/..'), 400],
  ['a panel of an id that is an address', get('/-/panel/http:evil'), 404],
]

/** Everything about a message but its address. */
export const refusedMessages: readonly RefusedRequest[] = [...smuggling, ...headers, ...writes, ...contents]
