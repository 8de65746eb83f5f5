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

/** A mirror that serves the repository. */
export const probeAnswer: ProbeResult = {
  kind: 'answered',
  answer: {
    repositoryId: null,
    mirrorName: null,
    available: true,
    status: 'AVAILABLE',
    lastUpdated: null,
    cloneUrls: [],
    pushUrls: [],
  },
  ...times,
}
