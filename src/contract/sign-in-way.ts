/**
 * How people sign in: with a token or a password at the console itself, or not at all, since the browser has a session
 * of Bitbucket already.
 */
export const SIGN_IN_WAYS = ['own', 'bitbucket-session'] as const

/** One of {@link SIGN_IN_WAYS}. */
export type SignInWay = (typeof SIGN_IN_WAYS)[number]
