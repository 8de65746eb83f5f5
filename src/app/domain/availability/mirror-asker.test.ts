import { describe, expect, it } from 'vitest'
import type { ProbeRequest, ProbeResult } from '#contract/probe.ts'
import { Problem } from '#app/api/problem.ts'
import { createMirrorAsker, PAUSED_AFTER } from './mirror-asker.ts'
import { createMirrorQueue, type Priority } from './mirror-queue.ts'
import { probeAnswer, probeFailure } from './testing/probe-results.ts'

type Sent = PromiseWithResolvers<ProbeResult> & { readonly question: string; readonly signal: AbortSignal }

/** Waits until everything that may start has started. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** An asker whose questions are answered by hand. */
const manual = () => {
  const sent: Sent[] = []
  const probe = ({ mirrorId, repositoryId }: ProbeRequest, signal: AbortSignal) => {
    const reply = { ...Promise.withResolvers<ProbeResult>(), question: mirrorId + repositoryId, signal }
    signal.addEventListener('abort', () => reply.reject(signal.reason))
    sent.push(reply)
    return reply.promise
  }
  const asker = createMirrorAsker(probe, createMirrorQueue({ perMirror: 1, inAll: 2, background: 1 }))
  const ask = (
    [mirrorId = '', repositoryId = '']: string,
    priority: Priority = 'background',
    control = new AbortController(),
  ) => asker.ask({ mirrorId, repositoryId }, { priority, signal: control.signal })
  return { asker, ask, sent, questions: () => sent.map(({ question }) => question) }
}

describe('asking mirrors', () => {
  it('shares the same question in flight, and sends it anew afterwards', async () => {
    const { ask, sent } = manual()
    const both = [ask('a1'), ask('a1')]
    await settled()
    expect(sent).toHaveLength(1)
    sent[0]?.resolve(probeAnswer)
    expect(await Promise.all(both)).toEqual([probeAnswer, probeAnswer])
    void ask('a1')
    await settled()
    expect(sent).toHaveLength(2)
  })

  it('cancels a shared question only when all who asked it gave up', async () => {
    const { ask, sent } = manual()
    const [one, other] = [new AbortController(), new AbortController()]
    const first = ask('a1', 'background', one)
    const second = ask('a1', 'background', other)
    await settled()
    one.abort(new Error('one left'))
    await expect(first).rejects.toThrow('one left')
    expect(sent[0]?.signal.aborted).toBe(false)
    other.abort(new Error('other left'))
    await expect(second).rejects.toThrow('other left')
    expect(sent[0]?.signal.aborted).toBe(true)
  })

  it('sends a question anew that was cancelled just before', async () => {
    const { ask, sent } = manual()
    const control = new AbortController()
    const cancelled = ask('a1', 'background', control)
    await settled()
    control.abort(new Error('left'))
    const again = ask('a1')
    await expect(cancelled).rejects.toThrow('left')
    await settled()
    sent[1]?.resolve(probeAnswer)
    expect(await again).toEqual(probeAnswer)
  })

  it('moves a waiting question forward when a person asks it too', async () => {
    const { ask, questions } = manual()
    void ask('a1')
    void ask('b1')
    void ask('c1')
    await settled()
    expect(questions()).toEqual(['a1'])
    void ask('c1', 'person')
    await settled()
    expect(questions()).toEqual(['a1', 'c1'])
  })

  it.each(['rate-limited', 'signed-out'] as const)('takes back what waits when one is %s', async (kind) => {
    const { ask, sent } = manual()
    const all = ['a1', 'a2', 'b1'].map((question) => ask(question))
    await settled()
    const problem = new Problem({ kind })
    sent[0]?.reject(problem)
    const refused = { status: 'rejected', reason: problem }
    expect(await Promise.allSettled(all)).toEqual([refused, refused, refused])
    expect(sent).toHaveLength(1)
  })

  it('goes on after a problem that concerns one question only', async () => {
    const { ask, sent } = manual()
    const failed = ask('a1')
    const next = ask('a2')
    await settled()
    sent[0]?.reject(new Problem({ kind: 'not-found' }))
    await expect(failed).rejects.toMatchObject({ kind: 'not-found' })
    await settled()
    sent[1]?.resolve(probeAnswer)
    expect(await next).toEqual(probeAnswer)
  })

  it('pauses a mirror after several failures in a row, until the next start or a good answer', async () => {
    const { asker, ask, sent } = manual()
    const answer = async (result: ProbeResult) => {
      const asked = ask('a1')
      await settled()
      sent.at(-1)?.resolve(result)
      await asked
    }
    for (let failure = 1; failure < PAUSED_AFTER; failure += 1) await answer(probeFailure)
    expect(asker.isPaused('a')).toBe(false)
    await answer(probeFailure)
    expect(asker.isPaused('a')).toBe(true)
    expect(asker.isPaused('b')).toBe(false)
    await answer(probeAnswer)
    expect(asker.isPaused('a')).toBe(false)
    for (let failure = 0; failure < PAUSED_AFTER; failure += 1) await answer(probeFailure)
    asker.resume(['a'])
    expect(asker.isPaused('a')).toBe(false)
  })
})
