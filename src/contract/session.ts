import * as v from 'valibot'
import { text } from './scalar.ts'
import { SIGN_IN_WAYS } from './sign-in-way.ts'

/** The gateway's own session resource: `GET` who, `POST` sign in, `DELETE` sign out. */
export const SESSION_PATH = '/-/session'

/**
 * Name of the document's `meta` that carries the answer of `GET` {@link SESSION_PATH}: the gateway writes it into
 * every document, so that the first page need not ask. Elsewhere (hot reload) it holds a placeholder that is no JSON.
 */
export const SESSION_META = 'mirror-console-session'

/** Name of the document's `meta` that says below which path the console is served (`/mirrors`); absent at the root. */
export const BASE_META = 'mirror-console-base'

/**
 * The header that every unsafe request must carry. A form or an image of another site cannot send it, which is the
 * second half of the defence against cross-site requests (OWASP CSRF cheat sheet, "custom request headers").
 */
export const CSRF_HEADER = 'x-mirror-console'

/** What the header's value must be, or begin with. */
export const CSRF_VALUE = '1'

/**
 * Both forms of that value: alone, or followed by a new key that the client makes for each write. A browser itself
 * sends a write again when its connection closes without any answer; the key shows that it is a repetition.
 */
export const CSRF_FORM = /^1(?:-(\w{1,40}))?$/

/**
 * The header that carries the mark of a session: from the page, so that the gateway refuses to act with the cookie of
 * another session, and back, so that the page knows the session of each answer. The mark is no secret and opens nothing.
 */
export const SESSION_HEADER = 'x-mirror-console-session'

/** What the gateway says about the caller and the upstream. No credential is in it. */
export const session = v.object({
  /** The name Bitbucket gave the caller, or `null` when signed out. */
  user: v.nullable(text),
  /** Whether Bitbucket itself named the user. Where a proxy removes that header, two users cannot be distinguished. */
  isNamed: v.boolean(),
  /** The mark of the session, or `null` when signed out. */
  mark: v.nullable(text),
  /** Address of the upstream as configured, without credentials. */
  upstream: text,
  /** How people sign in. With `bitbucket-session` no session begins or ends at the console. */
  signIn: v.optional(v.picklist(SIGN_IN_WAYS), 'own'),
  /**
   * How long a copy of the cookie of a session that was signed out may be unused and still work, in ms: other replicas,
   * and the same one after a restart, do not know of the sign-out. `null` where no one else can open it.
   */
  copiesLastMs: v.optional(v.nullable(v.number()), null),
  /** Whether the gateway watches the mirrors by itself, so that there is a history to ask for. */
  isWatched: v.optional(v.boolean(), false),
  /** Only on the embedded small Bitbucket: the accounts that exist, for one-click sign-in. `null` everywhere else. */
  embedded: v.nullable(v.object({ accounts: v.array(v.object({ name: text, password: text, role: text })) })),
})

/** The caller and the upstream. */
export type Session = v.InferOutput<typeof session>

/** What a token may consist of. It travels in a header, which a line break would end. */
const HEADER_SAFE = /^[\x21-\x7e]+$/

/** Longest secret in characters: what the usual limit of a request's headers can carry. */
const MAX_SECRET = 8192

/** What is copied along with a token: the name of its header, its scheme or a label. */
const COPIED_ALONG = /^(?:authorization\s*:\s*)?(?:bearer\s+|(?:http access )?token\s*:\s*)?/i

/** Invisible characters of copied text (zero width, direction marks) are in no token and in no user name. */
const visible = v.pipe(
  v.string(),
  v.transform((pasted) => pasted.replaceAll(/\p{Cf}/gu, '').trim()),
)

const token = v.pipe(
  visible,
  v.transform((pasted) => pasted.replace(COPIED_ALONG, '')),
  v.nonEmpty('The access token is empty.'),
  v.maxLength(MAX_SECRET, 'The access token is too long: at most 8,192 characters can be sent.'),
  v.regex(HEADER_SAFE, 'The access token has a blank, a line break or a letter that no token has.'),
)

/**
 * Body of sign-in. A token is preferred: it can be limited and revoked. A problem with one field carries a message for
 * the person who typed it.
 */
export const signIn = v.union([
  v.strictObject({ token }),
  v.strictObject({
    username: v.pipe(
      visible,
      v.nonEmpty('The username is empty.'),
      v.maxLength(255, 'The username is too long: at most 255 characters can be sent.'),
      v.excludes(':', 'The username has a colon, which no user name of Bitbucket has.'),
    ),
    password: v.pipe(
      v.string(),
      v.nonEmpty('The password is empty.'),
      v.maxLength(MAX_SECRET, 'The password is too long: at most 8,192 characters can be sent.'),
    ),
  }),
])

/** Body of sign-in. */
export type SignIn = v.InferOutput<typeof signIn>
