import { expect, it } from 'vitest'
import type { ProbeResult } from '#contract/probe.ts'
import { probeAnswer, probeFailure, probeRefusal } from '#app/domain/availability/testing/probe-results.ts'
import { servedWords } from './served-words.ts'

const notAsked: ProbeResult = {
  ...probeFailure,
  kind: 'failed',
  failure: 'no-link',
  status: null,
  detail: null,
}

it.each<[readonly ProbeResult[], number, string]>([
  [[], 0, 'not known: this browser has not asked it about a repository'],
  [[notAsked], 0, 'not known: this browser has not asked it about a repository'],
  [[probeAnswer], 1, '1 of 1 repository asked about in 1 project'],
  [[probeAnswer, probeAnswer, probeRefusal, notAsked], 2, '2 of 3 repositories asked about in 2 projects'],
  [[probeFailure], 0, '0 of 1 repository asked about'],
  // The projects are not known while no list has these repositories.
  [[probeAnswer, probeAnswer], 0, '2 of 2 repositories asked about'],
])('what a mirror serves by the answers %j in %d projects', (results, projects, words) => {
  const answers = results.map((result, at) => ({ mirrorId: 'a', repositoryId: String(at), result }))
  const others = [{ mirrorId: 'b', repositoryId: '9', result: probeAnswer }]
  expect(servedWords('a', [...answers, ...others], () => projects)).toBe(words)
})
