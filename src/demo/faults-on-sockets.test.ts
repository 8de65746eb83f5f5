import { afterEach, describe, expect, it, vi } from 'vitest'
import { call } from '#app/api/client.ts'
import { pageSession } from '#app/api/page-session.ts'
import { type ProblemKind, problemOf } from '#app/api/problem.ts'
import { mayHaveTakenEffect } from '#app/api/problem-traits.ts'
import { createQueryClient } from '#app/api/query-client.ts'
import { sightsQuery } from '#app/domain/mirror/mirror-checks.ts'
import { ANSWER_FAULTS } from './testing/faults/answer-faults.ts'
import { faultyConsole } from './testing/faults/faulty-console.ts'
import { alternating, latency, reordering } from './testing/faults/lasting-faults.ts'
import { WIRE_FAULTS, type WireFaultName } from './testing/faults/wire-faults.ts'

afterEach(() => {
  pageSession.bind(null)
  vi.unstubAllGlobals()
})

const DUBLIN = 'CD0E-1051-6498-1A8C'
const list = () => call('listMirrors', { query: { start: 0, limit: 100 } })
const one = () => call('getRepository', { parameters: { repoId: '11' } })
const check = () => createQueryClient().fetchQuery({ ...sightsQuery, retry: false })
const prefer = () => call('setPreferredMirror', { body: DUBLIN })

/** What came of a question: what was read, or the kind of the problem. */
const outcomeOf = async (ask: () => Promise<unknown>) => {
  try {
    return { kind: 'read', answer: await ask() } as const
  } catch (error) {
    return { kind: problemOf(error).kind, problem: problemOf(error) } as const
  }
}

type Outcome = Awaited<ReturnType<typeof outcomeOf>>
const said = (outcome: Outcome) => (outcome.kind === 'read' ? outcome.answer : outcome.kind)
const mayBeDone = (outcome: Outcome) => outcome.kind === 'read' || mayHaveTakenEffect(outcome.problem)

type Console = Awaited<ReturnType<typeof faultyConsole>>

/** The preference as Bitbucket has it, past everything that fails. */
const preferredAt = async ({ bitbucket }: Console): Promise<string | null> => {
  const answer = await bitbucket.fetch(
    new Request('http://bitbucket.test/rest/mirroring/latest/account/settings/preferred-mirror', {
      headers: { authorization: `Basic ${btoa('admin:admin')}` },
    }),
  )
  const text = await answer.text()
  return answer.status === 200 ? (/"id":"([^"]+)"/.exec(text)?.[1] ?? null) : null
}

type Told = ProblemKind | 'read'

/** What each fault on the wire means: for what is read, and for a write that Bitbucket confirms without a body. */
const ON_THE_WIRE: Readonly<Record<WireFaultName, readonly [reading: Told, write: Told]>> = {
  'comes late': ['read', 'read'],
  'comes in pieces of 7 bytes': ['read', 'read'],
  'comes through a narrow line': ['read', 'read'],
  'comes in chunks': ['read', 'read'],
  'has no length and ends with the connection': ['read', 'read'],
  'is longer than its length': ['read', 'read'],
  'is reset before it begins': ['unreachable', 'unreachable'],
  'is closed before it begins': ['unreachable', 'unreachable'],
  'is reset in its head': ['unreachable', 'unreachable'],
  // A confirmation has no body that could break.
  'is reset in its body': ['unreadable', 'read'],
  'is shorter than its length': ['unreadable', 'read'],
  'ends without its last chunk': ['unreadable', 'read'],
  'has a chunk of nonsense': ['unreadable', 'read'],
  'stops in its body': ['unreadable', 'read'],
  'never begins': ['timeout', 'timeout'],
  'is another protocol': ['not-bitbucket', 'not-bitbucket'],
  'has a head without end': ['too-large', 'too-large'],
  'is compressed unasked': ['not-bitbucket', 'read'],
}

describe('Bitbucket’s answer that', () => {
  it('fails on the wire is told by what is known, as a list, as one thing, to a check and to a write', async () => {
    const world = await faultyConsole()
    const truth = { list: await list(), one: await one() }
    for (const [name, [reading, write]] of Object.entries(ON_THE_WIRE)) {
      const fault = Reflect.get(WIRE_FAULTS, name)
      world.upstream.setRule(() => ({ wire: fault }))
      const [listed, single, checked, written] = await Promise.all([
        outcomeOf(list),
        outcomeOf(one),
        outcomeOf(check),
        outcomeOf(prefer),
      ])
      const isRead = reading === 'read'
      expect
        .soft([listed, single].map(said), name)
        .toEqual(isRead ? [truth.list, truth.one] : [reading, reading])
      expect.soft(checked.kind === 'read', `a check while it ${name}`).toBe(isRead)
      expect.soft(written.kind, name).toBe(write)
      // Bitbucket has done it: nothing may call it refused.
      expect.soft(mayBeDone(written), name).toBe(true)
      expect.soft(await preferredAt(world), name).toBe(DUBLIN)
      // The next answer is whole: nothing of the broken one is left on a connection.
      world.upstream.setRule(() => null)
      expect.soft(await list(), `after it ${name}`).toEqual(truth.list)
      await call('clearPreferredMirror', {})
    }
  }, 60_000)

  it('never came about leaves a write undone wherever it is called refused', async () => {
    const world = await faultyConsole()
    for (const [name, answer] of Object.entries(ANSWER_FAULTS)) {
      world.upstream.setRule(() => ({ answer }))
      const written = await outcomeOf(prefer)
      expect.soft(written.kind, name).not.toBe('read')
      const isDone = (await preferredAt(world)) === DUBLIN
      expect.soft(isDone && !mayBeDone(written), `${name} is called refused, and was done`).toBe(false)
      world.upstream.setRule(() => null)
      if (isDone) await call('clearPreferredMirror', {})
    }
  })

  it('shows an untrusted certificate is not read', async () => {
    await faultyConsole('calm', { isSecure: true })
    for (const ask of [list, one, check, prefer]) {
      expect.soft((await outcomeOf(ask)).kind).toBe('certificate')
    }
  })

  it('comes by turns good and 503, or late and out of order, is read without a word', async () => {
    const { upstream } = await faultyConsole()
    const truth = await list()
    const client = createQueryClient()
    const read = (name: string) => client.fetchQuery({ queryKey: [name], queryFn: list, retryDelay: 1 })
    const unavailable = ANSWER_FAULTS['is in maintenance (503 in HTML)']
    for (const [name, answer] of Object.entries({
      'by turns 503 and good': alternating(unavailable, null),
      'twice 503, then good': alternating(unavailable, unavailable, null),
      'after 60 ms': latency(60),
    })) {
      upstream.setRule(() => ({ answer }))
      expect.soft(await read(name), name).toEqual(truth)
    }
    upstream.setRule(() => ({ answer: reordering(50) }))
    const pages = await Promise.all(
      [0, 1, 2, 3].map((start) => call('listMirrors', { query: { start, limit: 1 } })),
    )
    expect(pages.flatMap(({ values }) => values.map(({ id }) => id))).toEqual(
      truth.values.map(({ id }) => id),
    )
  })
})
