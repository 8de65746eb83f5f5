/**
 * Why the gateway itself answered with an error, and the status it uses for it. Sent as `kind` beside Bitbucket's
 * own `errors`, so that a client of the API and the console both understand it.
 */
export const gatewayProblems = {
  /** No session, or one that was sealed for another upstream, has expired or was tampered with. */
  'signed-out': 401,
  /** The page belongs to another session than the cookie: another person signed in with this browser. */
  'other-session': 403,
  /** A write of a page that does not say to which session it belongs, so it could be another person's. */
  'unmarked-write': 403,
  /** The method, path, query or body is not a row of the contract. */
  'not-in-contract': 404,
  /** The request itself is malformed. */
  'bad-request': 400,
  /** An unsafe method without the same-origin evidence and the custom header. */
  'cross-site': 403,
  /** `Host` names another server. */
  'foreign-host': 421,
  'body-too-large': 413,
  'wrong-media-type': 415,
  /** The same write, by its key, came a second time: the first one was sent on, and its answer was lost. */
  'already-sent': 412,
  /** More questions at once than this gateway or this user may ask. */
  overloaded: 503,
  /** A load balancer before Bitbucket limits the rate (429) or says "not now" (503). */
  'upstream-busy': 503,
  'upstream-unreachable': 502,
  'upstream-certificate': 502,
  'upstream-timeout': 504,
  /** 3xx from upstream: it redirects to a login page or elsewhere. */
  'upstream-redirect': 502,
  /** The body is not JSON: not Bitbucket, or a page for people. */
  'upstream-not-json': 502,
  /** The upstream's answer is larger than the gateway reads. */
  'upstream-too-large': 502,
  /** The credentials given at sign-in were refused. */
  'wrong-credentials': 401,
  /** Too many wrong sign-ins of one account or one client address; nothing was sent to Bitbucket. */
  'too-many-sign-ins': 429,
  /** Bitbucket requires a CAPTCHA, solved in its own pages, before it checks a password again. */
  'captcha-required': 403,
  internal: 500,
} as const satisfies Record<string, number>

/** A kind of error that the gateway itself makes. */
export type GatewayProblem = keyof typeof gatewayProblems
