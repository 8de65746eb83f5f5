import type { WatchProblem } from '#contract/history.ts'

/** What keeps the watch from its work, and what to do. */
export const watchProblemWords: Record<WatchProblem, string> = {
  starting: 'The watch has just started, or another replica takes over: it looks within 30 seconds.',
  'signed-out':
    'Nobody watches: Bitbucket does not accept WATCH_TOKEN. Make a new access token for the account that watches.',
  'not-permitted': 'Nobody watches: the owner of WATCH_TOKEN may not list mirrors.',
  unreachable: 'Nobody watches now: the console’s server cannot reach Bitbucket, or something else answers.',
  clock: 'Nothing is kept: the clocks of the console’s server and of Bitbucket differ by more than an hour.',
  store: 'Nothing is kept: WATCH_STORE cannot be used. Check its disk or its database.',
}
