import { describe, expect, it } from 'vitest'
import { mirrorSample } from '#app/domain/mirror/testing/mirror-sample.ts'
import type { ProbeResult } from '#contract/probe.ts'
import type { Repository } from '#contract/repository.ts'
import { findSoleCopies, projectSamples, type SoleCopy, type SoleCopyVerdict } from './sole-copies.ts'

const repository = (id: string, projectId: string): Repository => ({
  id,
  name: `repo ${id}`,
  slug: null,
  description: null,
  state: 'AVAILABLE',
  statusMessage: null,
  public: null,
  archived: null,
  scmId: null,
  project: { id: projectId, key: `P${projectId}`, name: null, description: null, type: null, public: null },
  properties: {
    contentHash: { state: 'absent' },
    metadataHash: { state: 'absent' },
    defaultBranchId: null,
  },
})

const times = { checkedAt: 0, tookMs: 1, clockDifferenceMs: null }
const said = {
  repositoryId: null,
  mirrorName: null,
  available: true,
  status: 'AVAILABLE',
  lastUpdated: null,
  cloneUrls: [],
  pushUrls: [],
}
const answered = (facts: { readonly available: boolean; readonly status: string | null }): ProbeResult => ({
  kind: 'answered',
  answer: { ...said, ...facts },
  ...times,
})
const says = (isServed: boolean): ProbeResult =>
  answered({ available: isServed, status: isServed ? 'AVAILABLE' : 'NOT_MIRRORED' })
const answers: Record<string, ProbeResult | null> = {
  serves: says(true),
  lacks: says(false),
  hangs: { kind: 'failed', failure: 'timed-out', status: null, detail: null, ...times },
  offline: null,
  contradicts: answered({ available: true, status: 'NOT_MIRRORED' }),
  'gives no reason': answered({ available: false, status: null }),
  'has a state of tomorrow': answered({ available: false, status: 'PAUSED' }),
  initializes: answered({ available: false, status: 'INITIALIZING' }),
}

const verdictOf = async (here: string, others: readonly string[], limit?: number, isFleetWhole = true) => {
  const asked: string[] = []
  const found: SoleCopy[] = []
  const behaviour = new Map([['gone', here], ...others.map((one, index) => [`other${index}`, one] as const)])
  await findSoleCopies(
    {
      mirrorId: 'gone',
      mirrors: [...behaviour.keys()].map((id) => mirrorSample(id)),
      isFleetWhole,
      repositories: [repository('1', '1')],
      ...(limit === undefined ? {} : { limit }),
    },
    (_repositoryId, mirrorId) => {
      asked.push(mirrorId)
      return Promise.resolve(answers[behaviour.get(mirrorId) ?? ''] ?? null)
    },
    (soleCopy) => found.push(soleCopy),
  )
  return { verdict: found[0]?.verdict, asked }
}

describe('what removing a mirror means for a project', () => {
  it.each<[string, readonly string[], SoleCopyVerdict]>([
    ['serves', ['lacks', 'lacks'], 'loses'],
    ['serves', [], 'loses'],
    ['serves', ['lacks', 'serves'], 'kept'],
    ['serves', ['hangs', 'serves'], 'kept'],
    ['serves', ['hangs', 'lacks'], 'unknown'],
    ['serves', ['offline'], 'unknown'],
    ['lacks', ['serves'], 'not-here'],
    ['hangs', ['serves'], 'kept'],
    ['hangs', ['lacks'], 'unknown'],
    ['initializes', ['serves'], 'not-here'],
    ['serves', ['initializes'], 'loses'],
    ['contradicts', ['lacks'], 'unknown'],
    ['contradicts', ['serves'], 'kept'],
    ['gives no reason', ['lacks'], 'unknown'],
    ['has a state of tomorrow', ['lacks'], 'unknown'],
    ['serves', ['contradicts'], 'unknown'],
    ['serves', ['gives no reason'], 'unknown'],
    ['serves', ['has a state of tomorrow', 'lacks'], 'unknown'],
  ])('when it %s and the others %j: %s', async (here, others, verdict) => {
    expect((await verdictOf(here, others)).verdict).toBe(verdict)
  })

  it.each<[string, readonly string[], SoleCopyVerdict]>([
    ['serves', ['lacks'], 'unknown'],
    ['serves', [], 'unknown'],
    ['serves', ['serves'], 'kept'],
    ['lacks', ['lacks'], 'not-here'],
  ])('when it %s, the others %j, and some mirrors are not known: %s', async (here, others, verdict) => {
    expect((await verdictOf(here, others, undefined, false)).verdict).toBe(verdict)
  })

  it('is found with the fewest questions, and never with more than allowed', async () => {
    expect((await verdictOf('serves', ['serves', 'lacks'])).asked).toEqual(['gone', 'other0'])
    expect(await verdictOf('serves', ['lacks', 'lacks', 'lacks'], 2)).toEqual({
      verdict: 'unknown',
      asked: ['gone', 'other0'],
    })
  })

  it('is judged by one repository of each of the first five projects', () => {
    const samples = projectSamples(
      Array.from({ length: 20 }, (_, index) => repository(String(index), String(Math.floor(index / 2)))),
    )
    expect(samples.map(({ id }) => id)).toEqual(['0', '2', '4', '6', '8'])
  })

  it('does not ask mirrors that are disabled or have an unusable id', async () => {
    const asked: string[] = []
    await findSoleCopies(
      {
        mirrorId: 'a',
        mirrors: [mirrorSample('a'), mirrorSample('off', false), mirrorSample('../x')],
        isFleetWhole: true,
        repositories: [repository('1', '1')],
      },
      (_repositoryId, mirrorId) => {
        asked.push(mirrorId)
        return Promise.resolve(says(true))
      },
      () => undefined,
    )
    expect(asked).toEqual(['a'])
  })
})
