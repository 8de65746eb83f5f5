import type { ProblemWords } from '#app/ui/page/problem-panel.tsx'

/** Words for what came instead of an answer to `authenticate`. */
export const credentialProblem: ProblemWords = {
  // Bitbucket answers 401 for both, and names the caller in X-AUSERNAME both times.
  'not-permitted': {
    title: 'Bitbucket answered 401: one of two things',
    meaning:
      'Either these credentials are wrong, or your own account may not ask, which is meant for mirrors and system administrators. Bitbucket answers both alike. Check with credentials that are known to work: if those are refused too, it is your account. Do not repeat wrong ones: Bitbucket locks accounts behind a CAPTCHA.',
  },
  'not-found': {
    title: 'There is no repository with this id',
    meaning: 'The credentials may be right. Leave the repository out, or give the id of one that exists.',
  },
  invalid: {
    title: 'Bitbucket did not understand these credentials',
    meaning: 'Check their form: it refuses incomplete ones, and kinds that it does not know.',
  },
  conflict: { title: 'Mirroring is not available', meaning: 'This Bitbucket has no licence for mirroring.' },
}
