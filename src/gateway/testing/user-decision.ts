import type { Decision } from '#gateway/forward/decision.ts'

/** A write that a user did through the console, at a time (epoch ms) and with an id of its own. */
export const userDecision = (at: number, requestId: string, more: Partial<Decision> = {}): Decision => ({
  kind: 'decision',
  time: new Date(at).toISOString(),
  requestId,
  user: 'Ada Müller',
  userNamedBy: 'bitbucket',
  operation: 'acceptRequest',
  ids: { requestId: '7' },
  outcome: 'answered',
  status: 200,
  ...more,
})
