import type { ProblemKind } from './problem.ts'

/** What happened, what it means, and what to do next. */
export type ProblemText = { readonly title: string; readonly meaning: string }

/** The words for each kind of problem; one place, so that the same problem has the same words everywhere. */
export const problemText: Record<ProblemKind, ProblemText> = {
  offline: {
    title: 'The console cannot reach its server',
    meaning: 'No answer came back. Check the network connection and try again.',
  },
  'console-away': {
    title: "The console's own server is not available",
    meaning:
      'A proxy before it answered in its place. Try again in a moment, or ask the administrator of the console.',
  },
  'no-answer': {
    title: 'Nothing answered in time',
    meaning:
      'Neither the console nor Bitbucket answered within 45 seconds. A proxy may hold the request. Try again, or ask the administrator of the console.',
  },
  'not-console': {
    title: 'The answer did not come from the console',
    meaning:
      'A proxy or a login page between you and the console answered, so nothing is known. Load this page again to sign in there. If it stays, ask the administrator of that proxy.',
  },
  redirected: {
    title: 'Something before the console asks you to sign in',
    meaning: 'It redirects to another page, so nothing is known. Load this page again to sign in there.',
  },
  'cookie-lost': {
    title: 'The session was not kept',
    meaning:
      'Bitbucket accepted the credentials, but the browser or a proxy did not keep the cookie. Allow cookies for this address, and open the console at the address in PUBLIC_URL.',
  },
  'other-session': {
    title: 'Another person signed in',
    meaning: 'This page belongs to another session of this browser. Nothing was sent. Load this page again.',
  },
  'unmarked-write': {
    title: 'This page has to be loaded again',
    meaning:
      'It does not know which session it belongs to, so nothing was done. Load this page again. If it stays, a proxy removes X-Mirror-Console-Session.',
  },
  'signed-out': {
    title: 'You are signed out',
    meaning: 'The session has ended. Sign in again to go on where you were.',
  },
  'not-permitted': {
    title: 'You are not permitted to see this',
    meaning: 'Bitbucket knows you, but your account lacks the permission. Ask a system administrator for it.',
  },
  'not-found': {
    title: 'Bitbucket does not know this',
    meaning: 'It may have been removed, or the address is wrong.',
  },
  'no-mirroring': {
    title: 'This Bitbucket has no mirroring',
    meaning:
      'The mirroring plugin is disabled, or this version does not offer it. Ask a system administrator.',
  },
  conflict: {
    title: 'Mirroring is not available for this',
    meaning: 'It was handled by someone else, or this Bitbucket has no licence for mirroring.',
  },
  'rate-limited': {
    title: 'Rate limited by Bitbucket',
    meaning: 'Too many requests were made with these credentials. Wait a moment, then try again.',
  },
  'console-busy': {
    title: 'The console is at its limit',
    meaning:
      'It limits how much is asked of Bitbucket at once, for each user and in all. Nothing was sent. Try again in a moment.',
  },
  'too-many-sign-ins': {
    title: 'Too many wrong sign-ins',
    meaning:
      'The console limits them, so that Bitbucket does not lock the account. Nothing was sent to Bitbucket. Wait, or sign in with an HTTP access token.',
  },
  unavailable: {
    title: 'Bitbucket is not available right now',
    meaning: 'It may be starting or being upgraded. Try again in a moment.',
  },
  timeout: {
    title: 'Bitbucket did not answer in time',
    meaning: 'It is reachable but slow. Try again, or look at its load.',
  },
  unreachable: {
    title: 'Bitbucket cannot be reached',
    meaning: 'The connection was refused or broke. Check that Bitbucket runs and that the address is right.',
  },
  certificate: {
    title: "Bitbucket's certificate is not trusted",
    meaning: 'Give the console the right certificate authority with BITBUCKET_CA_FILE.',
  },
  'not-bitbucket': {
    title: 'The answer did not come from Bitbucket',
    meaning:
      'A login page, a proxy or another product answered in its place. Check the address of the upstream.',
  },
  unreadable: {
    title: 'The answer could not be read',
    meaning: 'It broke off or is not what Bitbucket documents. Nothing is shown rather than something wrong.',
  },
  'other-subject': {
    title: 'The answer is about something else',
    meaning:
      'It names another id than the one that was asked for, so nothing of it is shown. Check the caches and proxies in front of Bitbucket.',
  },
  'too-large': {
    title: 'Response too large',
    meaning:
      "Bitbucket's answer is larger than the console reads. Check what answers at the address of the upstream.",
  },
  invalid: {
    title: 'The request was refused',
    meaning: 'Bitbucket or the console found it malformed. The details say more.',
  },
  'wrong-credentials': {
    title: 'Bitbucket did not accept these credentials',
    meaning: 'Check them and try again. Repeated failures lock an account behind a CAPTCHA.',
  },
  captcha: {
    title: 'Bitbucket asks for a CAPTCHA',
    meaning: 'Sign in to Bitbucket itself once in the browser, solve it there, then come back.',
  },
  server: {
    title: 'Something went wrong',
    meaning: 'The details say what is known. Try again; if the problem remains, contact an administrator.',
  },
}
