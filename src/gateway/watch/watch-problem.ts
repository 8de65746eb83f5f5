import type { WatchProblem } from '#contract/history.ts'
import type { RefusalKind } from '#contract/refusal.ts'
import { refusalIn } from '#gateway/upstream/refusal-in.ts'
import { UpstreamRefusal } from '#gateway/upstream/upstream-refusal.ts'

/** What a refusal of Bitbucket's keeps the watch from. */
const ofRefusal: Record<RefusalKind, WatchProblem> = {
  'signed-out': 'signed-out',
  captcha: 'signed-out',
  'not-permitted': 'not-permitted',
  'not-found': 'unreachable',
  'no-mirroring': 'unreachable',
  conflict: 'unreachable',
  'rate-limited': 'unreachable',
  unavailable: 'unreachable',
  timeout: 'unreachable',
  invalid: 'unreachable',
  server: 'unreachable',
}

/** Why the fleet could not be looked at. */
export const watchProblemOf = (error: unknown): WatchProblem => {
  if (!(error instanceof UpstreamRefusal)) return 'unreachable'
  const { status, headers, body } = error
  const kind = refusalIn(new Response(null, { status, headers }), body)
  return kind === null ? 'unreachable' : ofRefusal[kind]
}
