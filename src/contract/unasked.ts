import type { ProbeFailure, ProbeResult } from './probe.ts'

/** Failures before any mirror was asked: they are about what Bitbucket said or the gateway allows, not about a mirror. */
const UNASKED: ReadonlySet<ProbeFailure> = new Set([
  'no-link',
  'incomplete-list',
  'foreign-link',
  'other-scheme',
  'other-port',
  'forbidden-address',
  'busy',
])

/** Whether the mirror was not asked at all, so that nothing is known of what it would have said. */
export const isUnasked = (result: ProbeResult): boolean =>
  result.kind === 'failed' && UNASKED.has(result.failure)
