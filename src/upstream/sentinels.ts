/**
 * Resources named for their failure. Use one as the id of a mirror, a repository, a project or a request in a GET, or
 * as the `name` of a repository search, and that happens. They exist in every seed, after authentication.
 */
export const SENTINELS = {
  'answers-500': 'answers 500 with an error body',
  'answers-503': 'answers 503 with Retry-After, as during a rolling upgrade',
  'answers-429': 'answers 429 with Retry-After: 30',
  'answers-html': 'answers 200 with a page for people instead of JSON',
  'login-redirect': 'answers 302 to the login page',
  'not-permitted': 'answers 401 although the caller is known',
  'no-licence': 'answers 409: mirroring is not available',
  'broken-body': 'answers 200 and breaks in the middle of the body',
  'wrong-shape': 'answers 200 with JSON of another kind',
  'answers-other': 'answers as the first resource of its kind, under the id of that one',
  'slow-3s': 'answers as the first resource of its kind, after 3 s',
  'slow-15s': 'answers as the first resource of its kind, after 15 s',
  'never-answers': 'does not answer until the caller gives up',
} as const satisfies Record<string, string>

/** The name of one sentinel. */
export type Sentinel = keyof typeof SENTINELS

/** Whether an id or a search is a sentinel's name. */
export const isSentinel = (name: string): name is Sentinel => Object.hasOwn(SENTINELS, name)

/** Signing in as this account, with any password, requires a CAPTCHA. */
export const CAPTCHA_ACCOUNT = 'captcha'

/**
 * Mirrors of the seed `broken`, by their id, which is also the first label of their host name, with what is wrong.
 * Each is listed under its id in plain words (`never-seen` is "Never seen").
 */
export const MIRROR_SENTINELS = {
  stale: 'was last seen 26 hours before the start',
  'never-seen': 'was accepted and never seen',
  disabled: 'is disabled',
  'clock-differs': 'has a clock 7 minutes ahead and refuses every signed link for it',
  hangs: 'accepts the question and never answers it',
  slow: 'answers after 3 s',
  refused: 'answers 401 to every signed link',
  redirect: 'answers 302 to its login page',
  huge: 'answers without end',
  html: 'answers with a page for people',
  'wrong-content': 'answers JSON without the fields about the repository',
  'other-repository': 'answers about another repository than the one asked for',
  dead: 'has nothing listening on its port',
  'fails-500': 'answers 500',
  maintenance: 'answers 503, as in maintenance',
  'rate-limited': 'answers 429',
  'unknown-repository': 'answers 404: it has no such repository',
  'other-scheme': 'has signed links with another scheme than its address',
  'other-port': 'has signed links with another port than its address',
  'not-mirrored': 'says that nothing is mirrored',
  initializing: 'never finishes initializing',
  'error-initializing': 'failed to initialize everything',
  'error-available': 'serves everything and fails to update it',
  'no-status': 'has no page about its own status behind its context path',
  'other-state': 'gives a state of its own that nothing documents',
  synchronizing: 'has synchronized 242 of 1071 repositories',
  'contradicts-progress': 'says that it is synchronized, while its progress is 242 of 1071',
  'removal-lost': 'is removed when asked, and the answer is lost',
} as const satisfies Record<string, string>

/** Requests of the seed `broken`, by their mirror id, with what happens when one accepts or rejects them. */
export const REQUEST_SENTINELS = {
  'answer-lost': 'is done, and the answer breaks off',
  'decides-slowly': 'is done after 3 s',
  'decides-429': 'answers 429 with Retry-After: 5 until those seconds have passed',
  raced: 'was accepted by another user a moment before: 409',
  'decides-500': 'answers 500 and changes nothing',
} as const satisfies Record<string, string>

/** How accepting or rejecting one request fails. */
export type RequestSentinel = keyof typeof REQUEST_SENTINELS
