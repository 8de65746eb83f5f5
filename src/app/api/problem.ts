import type { RestErrors } from '#contract/rest-errors.ts'

/** Everything that can go wrong between the console and Bitbucket, as a closed union. Match by it, never by text. */
export type ProblemKind =
  /** The browser could not reach the gateway. */
  | 'offline'
  /** A proxy says that the gateway is away: 502 to 504 without the gateway's mark. */
  | 'console-away'
  /** Nothing came back for longer than the console's server waits for Bitbucket. */
  | 'no-answer'
  /** Something between the browser and the gateway answered: no mark of the gateway. */
  | 'not-console'
  /** Something between the browser and the gateway redirects, as single sign-on does. */
  | 'redirected'
  /** The session did not arrive: the browser or a proxy did not keep its cookie. */
  | 'cookie-lost'
  /** Another person signed in with this browser since the page was loaded. */
  | 'other-session'
  /** The page does not know its session: its code is older than the console's, or someone signed in elsewhere. */
  | 'unmarked-write'
  /** Signed out, or the session has ended. */
  | 'signed-out'
  /** Signed in, but not allowed. */
  | 'not-permitted'
  | 'not-found'
  /** Bitbucket has no such operation: the mirroring plugin is disabled, or its version has none. */
  | 'no-mirroring'
  /** 409: mirroring is not available, or the thing was handled by someone else. */
  | 'conflict'
  | 'rate-limited'
  /** The console itself is at a limit of its own; nothing was sent to Bitbucket. */
  | 'console-busy'
  /** Too many wrong sign-ins: the console itself stops, so that Bitbucket does not lock the account. */
  | 'too-many-sign-ins'
  /** 503. */
  | 'unavailable'
  | 'timeout'
  /** The gateway could not reach Bitbucket. */
  | 'unreachable'
  | 'certificate'
  /** The answer did not come from Bitbucket. */
  | 'not-bitbucket'
  /** An answer that does not fit the contract, or broke off. */
  | 'unreadable'
  /** The answer names another mirror, request, repository or project than the one asked for. */
  | 'other-subject'
  /** The answer is larger than the console reads. */
  | 'too-large'
  /** The request itself was refused as malformed. */
  | 'invalid'
  /** Sign-in: the credentials were refused. */
  | 'wrong-credentials'
  /** Sign-in: Bitbucket wants a CAPTCHA solved first. */
  | 'captcha'
  | 'server'

/** What is known about a problem. */
export type ProblemFacts = {
  readonly kind: ProblemKind
  /** HTTP status, or `null` when no answer came. */
  readonly status?: number | null
  /** Bitbucket's own messages, shown folded as details. */
  readonly errors?: RestErrors['errors']
  /** How long the answer asks to wait, in ms. */
  readonly retryAfterMs?: number | null
  readonly cause?: unknown
}

/** The one error that data functions throw. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly kind: ProblemKind
  readonly status: number | null
  readonly errors: RestErrors['errors']
  readonly retryAfterMs: number | null

  constructor(facts: ProblemFacts) {
    super(`${facts.kind}${facts.status ? ` (${facts.status})` : ''}`, { cause: facts.cause })
    this.kind = facts.kind
    this.status = facts.status ?? null
    this.errors = facts.errors ?? []
    this.retryAfterMs = facts.retryAfterMs ?? null
  }
}

/** Any thrown value as a {@link Problem}; a fault of our own code shows as `server` with its cause kept. */
export const problemOf = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem({ kind: 'server', cause: error })
