import type { ProbeResult } from '#contract/probe.ts'

const times = { checkedAt: 0, tookMs: 1, clockDifferenceMs: null }

/** A mirror that could not be reached. */
export const probeFailure: ProbeResult = {
  kind: 'failed',
  failure: 'unreachable',
  status: null,
  detail: null,
  ...times,
}

const answered = (available: boolean, status: string): ProbeResult => ({
  kind: 'answered',
  answer: {
    repositoryId: null,
    mirrorName: null,
    available,
    status,
    lastUpdated: null,
    cloneUrls: [],
    pushUrls: [],
  },
  ...times,
})

/** A mirror that serves the repository. */
export const probeAnswer: ProbeResult = answered(true, 'AVAILABLE')

/** A mirror that says that it does not. */
export const probeRefusal: ProbeResult = answered(false, 'NOT_MIRRORED')
