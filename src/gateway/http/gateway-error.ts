import { type GatewayProblem, gatewayProblems } from '#contract/gateway-problem.ts'

/** The message of each kind: what happened and what to do. No address, no credential, no input. */
const MESSAGES: Readonly<Record<GatewayProblem, string>> = {
  'signed-out': 'You are signed out. Sign in to continue.',
  'other-session': 'Another person signed in with this browser. Nothing was done. Load the page again.',
  'unmarked-write':
    'The request does not say which session it belongs to, and was not carried out. Load the page again; a proxy in front must pass on X-Mirror-Console-Session.',
  'not-in-contract': 'There is no such operation here.',
  'bad-request': 'The request is malformed.',
  'cross-site':
    'The request did not come from the console itself and was not carried out. If it did, a proxy in front changed the header X-Mirror-Console, Sec-Fetch-Site or Origin, or PUBLIC_URL is not the address that people use.',
  'foreign-host':
    'The Host header does not name this console. Open it at the address it printed, or set PUBLIC_URL to the address that people use; a proxy in front must pass the Host header on unchanged.',
  'body-too-large': 'The request is larger than this console accepts.',
  'wrong-media-type': 'The body must be sent as application/json.',
  'already-sent':
    'This was sent already, and its answer was lost. Check the result before you send it again.',
  overloaded: 'Too many requests are under way in this console. Try again in a moment.',
  'upstream-busy':
    'A proxy before Bitbucket limits the rate, or Bitbucket is not available. Try again later.',
  'upstream-unreachable':
    'Bitbucket could not be reached. Check that it is running and that its address is right.',
  'upstream-certificate':
    "Bitbucket's certificate is not trusted here. Name its authority with BITBUCKET_CA_FILE, or renew the certificate.",
  'upstream-timeout': 'Bitbucket did not answer in time. Try again, or check its health.',
  'upstream-redirect': 'Bitbucket sent the request elsewhere instead of answering it. Check its address.',
  'upstream-not-json':
    'The answer did not come from Bitbucket. Check its address and the proxies in front of it.',
  'upstream-too-large': "Bitbucket's answer is larger than this console reads.",
  'wrong-credentials': 'Bitbucket did not accept these credentials.',
  'too-many-sign-ins': 'There were too many wrong sign-ins. Try again later.',
  'captcha-required':
    "Bitbucket asks for a CAPTCHA first. Sign in on Bitbucket's own page once, then try again here.",
  internal: 'The console failed to handle this request. Its log has the request id.',
}

/** An error that the gateway itself answers with. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError'
  readonly kind: GatewayProblem
  /** Status of the answer; it is the kind's own unless a more precise one is known. */
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(
    kind: GatewayProblem,
    more: {
      readonly message?: string
      readonly status?: number
      readonly headers?: Readonly<Record<string, string>>
      readonly cause?: unknown
    } = {},
  ) {
    super(more.message ?? MESSAGES[kind], { cause: more.cause })
    this.kind = kind
    this.status = more.status ?? gatewayProblems[kind]
    this.headers = more.headers ?? {}
  }

  /** The body, in the form of Bitbucket's own errors with a `kind` beside them. */
  get body(): string {
    return JSON.stringify({
      errors: [{ context: null, message: this.message, exceptionName: null }],
      kind: this.kind,
    })
  }
}

/** An error as one that can be answered: an unknown error counts as the gateway's own. */
export const gatewayErrorOf = (error: unknown): GatewayError =>
  error instanceof GatewayError ? error : new GatewayError('internal', { cause: error })

/** The media type of every answer that is data. */
export const JSON_TYPE = 'application/json; charset=utf-8'

/** The same error as a `Response`. */
export const gatewayErrorResponse = (error: GatewayError): Response =>
  new Response(error.body, {
    status: error.status,
    headers: { ...error.headers, 'content-type': JSON_TYPE },
  })
