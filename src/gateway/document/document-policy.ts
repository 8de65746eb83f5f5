import { type AnswerSource, SOURCE_HEADER } from '#contract/answer-source.ts'

/**
 * What the console's own document may do, one directive a row. The same source serves the gateway and the dev
 * server. Everything is refused first and then allowed by name; Trusted Types keep text from becoming markup.
 */
const directives = (nonce: string) => ({
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", `'nonce-${nonce}'`],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'frame-src': ["'none'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'worker-src': ["'none'"],
  'manifest-src': ["'self'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['default'],
})

type Directives = Readonly<Record<keyof ReturnType<typeof directives>, readonly string[]>>

const written = (policy: Partial<Directives>): string =>
  Object.entries(policy)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ')

/** `Content-Security-Policy` of the console's document. */
export const documentPolicy = (nonce: string): string => written(directives(nonce))

/**
 * The same for the dev server. It adds only what hot reload needs: the inline script that React's refresh puts into
 * the page (by nonce) and the socket that announces changes.
 */
export const devDocumentPolicy = (nonce: string): string => {
  const policy = directives(nonce)
  return written({
    ...policy,
    'script-src': [...policy['script-src'], `'nonce-${nonce}'`],
    'connect-src': [...policy['connect-src'], 'ws:'],
  })
}

/**
 * The same for the static demonstration, which carries it in its HTML: there a browser takes no rule about frames
 * around it. It adds a worker of its own, registered by an address that one more policy lets through.
 */
export const staticDocumentPolicy = (nonce: string, workerPolicy: string): string => {
  const { 'frame-ancestors': _inHeadersAlone, ...policy } = directives(nonce)
  return written({
    ...policy,
    'worker-src': ["'self'"],
    'trusted-types': [...policy['trusted-types'], workerPolicy],
  })
}

/** `Content-Security-Policy` of everything that is data: opened as a page, it can do nothing. */
export const DATA_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"

/** Headers of every response. */
export const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  [SOURCE_HEADER]: 'gateway',
} as const satisfies Record<string, string> & { readonly [SOURCE_HEADER]: AnswerSource }

/** Headers of every answer that is data. */
export const DATA_HEADERS = {
  ...COMMON_HEADERS,
  'content-security-policy': DATA_POLICY,
  'cache-control': 'no-store',
} as const

/** Behind https: browsers use https for a year. Sub-domains are left out, since they are not the console's. */
export const STRICT_TRANSPORT = ['strict-transport-security', 'max-age=31536000'] as const
