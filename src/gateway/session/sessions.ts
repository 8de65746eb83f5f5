import { createEndedSessions } from './ended-sessions.ts'
import { BoundedMap } from '#gateway/http/bounded-map.ts'
import type { SignInWay } from '#contract/sign-in-way.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import type { AnswerHead } from '#gateway/upstream/answer-problem.ts'
import type { OpenSession } from './open-session.ts'
import { MAX_COOKIE_VALUE, readCookies, sessionCookieName, writeSessionCookie } from './session-cookie.ts'
import { createSessionSeal, type SealedSession } from './session-seal.ts'

const HOUR_MS = 3_600_000

/** A working day without a click. OWASP's session guidance leaves the number to the risk; a night is too long. */
const DEFAULT_IDLE_MS = 8 * HOUR_MS

/** A credential is asked for again after a day, however busy the session is. */
const ABSOLUTE_MS = 24 * HOUR_MS

/** Longest time before the cookie of a used session is sealed again, in ms: not with every poll. */
const RENEW_AFTER_MS = HOUR_MS / 4

/** Clocks of two replicas differ a little; a session from further ahead than this was not made by one of them. */
const CLOCK_TOLERANCE_MS = 60_000

/** Sessions kept opened, so that one is not decrypted for every request. An entry is about 3 kB. */
const MAX_OPENED = 1000

/**
 * How long the credentials of a session are, and how long they may be, in characters. Sealing and basic authentication
 * both write three bytes as four.
 */
const tooLong = ({ authorization }: SealedSession, sealedLength: number): string => {
  const [scheme = '', credentials = ''] = authorization.split(' ')
  const isEncoded = scheme === 'Basic'
  const given = isEncoded ? atob(credentials).length : credentials.length
  const excess = (sealedLength - MAX_COOKIE_VALUE) * (3 / 4) * (isEncoded ? 3 / 4 : 1)
  return `The credentials are too long for the cookie in which the console keeps them: they have ${given} characters, and ${Math.floor(given - excess)} fit. Use a shorter access token.`
}

/** How a session is looked for. */
export type SessionQuestion = {
  /** Whether it has to be known as of now. */
  readonly isFresh?: boolean
  /** Of the client, where it is known. */
  readonly address?: string | null
}

/** An answer of Bitbucket to what was forwarded with the credential of a session. */
export type ForwardedAnswer = {
  readonly head: AnswerHead
  readonly setCookies: readonly string[]
  readonly isRead: boolean
}

/** What the gateway does with sessions, whichever way people sign in. */
export type Sessions = {
  readonly way: SignInWay
  /**
   * The session of a request, or `null` when signed out for any reason.
   *
   * @throws GatewayError where that cannot be known now.
   */
  readonly of: (
    cookieHeader: string | null | undefined,
    question?: SessionQuestion,
  ) => Promise<OpenSession | null>
  /** `Set-Cookie` lines for the answer to a request of this session. */
  readonly cookiesFor: (session: OpenSession) => Promise<readonly string[]>
  /** Whether it still lasts while an answer to it is under way, whose cookies are sent already. */
  readonly stillLasts: (session: OpenSession, cookieHeader: string | null) => Promise<boolean>
  /** What Bitbucket's answer means for the session, and its `Set-Cookie` lines that reach the browser. */
  readonly answered: (
    session: OpenSession,
    answer: ForwardedAnswer,
  ) => { readonly problem: GatewayError | null; readonly setCookies: readonly string[] }
}

/** Sessions that begin and end here. */
export type OwnSessions = ReturnType<typeof createSessions>

/**
 * Sessions as sealed cookies: any replica with the same keys can serve any request, and nothing is stored here. What
 * this process remembers only saves work (opened cookies) or closes a gap (sign-outs of its own users).
 */
export const createSessions = (options: {
  readonly keys: readonly Uint8Array[]
  /** Canonical address of the upstream that sessions are bound to. */
  readonly upstream: string
  /** Where this console is reached: part of the cookie's name, beside the upstream. */
  readonly consoleAddress?: string
  /** Whether the console is reached over https. */
  readonly isSecure: boolean
  /** Path below which the console is served; the root when absent. */
  readonly basePath?: string
  /** How long a session may be without use, in ms; eight hours when absent. */
  readonly idleMs?: number
  /** Epoch ms. */
  readonly now: () => number
}) => {
  const { upstream, isSecure, basePath = '', idleMs = DEFAULT_IDLE_MS, now } = options
  const place = { isSecure, basePath, console: `${upstream}\n${options.consoleAddress ?? ''}` }
  const seal = createSessionSeal(options.keys)
  const opened = new BoundedMap<string, SealedSession>(MAX_OPENED)
  const ended = createEndedSessions(ABSOLUTE_MS + CLOCK_TOLERANCE_MS, now)
  const name = sessionCookieName(place)

  const isAlive = (session: SealedSession): boolean => {
    const at = now()
    return (
      session.upstream === upstream &&
      !ended.has(session) &&
      session.lastUsed <= at + CLOCK_TOLERANCE_MS &&
      at - session.lastUsed < idleMs &&
      at - session.issuedAt < ABSOLUTE_MS
    )
  }

  const open = async (value: string): Promise<SealedSession | null> => {
    const known = opened.get(value)
    if (known !== undefined) return known
    const session = await seal.open(value)
    if (session !== null) opened.set(value, session)
    return session
  }

  const cookieOf = async (session: SealedSession): Promise<string> => {
    const value = await seal.seal(session)
    if (value.length > MAX_COOKIE_VALUE) {
      throw new GatewayError('bad-request', { message: tooLong(session, value.length) })
    }
    return writeSessionCookie(name, value, place)
  }

  const of = async (cookieHeader: string | null | undefined): Promise<SealedSession | null> => {
    for (const value of readCookies(cookieHeader, name)) {
      const session = await open(value)
      if (session !== null && isAlive(session)) return session
    }
    return null
  }

  const renewed = async (session: SealedSession): Promise<string | null> =>
    // Asked again here: an answer still under way at sign-out must not bring the session back.
    now() - session.lastUsed < Math.min(RENEW_AFTER_MS, idleMs / 4) || !isAlive(session)
      ? null
      : cookieOf({ ...session, lastUsed: now() })

  return {
    way: 'own' as const,
    /** The session of a request, or `null` when signed out for any reason. */
    of,
    cookiesFor: async (session: OpenSession): Promise<readonly string[]> => {
      const cookie = 'authorization' in session ? await renewed(session) : null
      return cookie === null ? [] : [cookie]
    },
    stillLasts: async (session: OpenSession, cookieHeader: string | null): Promise<boolean> =>
      (await of(cookieHeader))?.id === session.id,
    answered: () => ({ problem: null, setCookies: [] }),
    /** `Set-Cookie` of a new session. Every sign-in makes one of its own, so none can be planted beforehand. */
    start: (user: string, authorization: string, isNamed = true): Promise<string> => {
      const at = now()
      const id = crypto.randomUUID()
      return cookieOf({ id, user, isNamed, authorization, upstream, issuedAt: at, lastUsed: at })
    },
    /** `Set-Cookie` that moves the idle time on, or `null` while that is not worth a new seal. */
    renewed,
    /** Ends a session for this process and returns the `Set-Cookie` that removes it. */
    end: (session: OpenSession | null): string => {
      if (session !== null && 'authorization' in session) ended.add(session)
      return writeSessionCookie(name, '', place)
    },
  }
}
