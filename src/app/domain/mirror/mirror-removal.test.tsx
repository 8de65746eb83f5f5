import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { confirmedWrite } from '#app/api/confirmed-write.ts'
import {
  upstreamAnswer,
  upstreamBrokenBody as brokenBody,
  upstreamNoContent as noContent,
  upstreamRefusal,
} from '#demo/testing/upstream-answer.ts'
import { removalWrite } from './mirror-removal.ts'
import { Problem } from '#app/api/problem.ts'

const shown: MirrorServer = {
  id: 'B0F5-CS21',
  name: 'Tokyo',
  baseUrl: 'https://tokyo.example.com',
  enabled: true,
  lastSeenDate: 1_453_879_734_348,
  mirrorType: 'SINGLE',
  productType: null,
  productVersion: '8.16.2',
}

type Answer = () => Response | Promise<Response>
const json =
  (body: unknown, status = 200): Answer =>
  () =>
    upstreamAnswer(body, status)
const there = json(shown)
const missing: Answer = () => upstreamRefusal(404)
const noConnection: Answer = () => Promise.reject(new TypeError('Failed to fetch'))

/** Answers reads and writes from two lists; the last of each answers all that follow. */
const serve = (reads: readonly Answer[], writes: readonly Answer[]) => {
  const sent: string[] = []
  let readCount = 0
  vi.stubGlobal('fetch', async (url: URL, { method }: { method: string }) => {
    const isRead = method === 'GET'
    if (isRead) readCount += 1
    else sent.push(`${method} ${url.pathname}`)
    const answers = isRead ? reads : writes
    const answer = answers[(isRead ? readCount : sent.length) - 1] ?? answers.at(-1)
    if (answer === undefined) throw new Error('Nobody expected this request.')
    return answer()
  })
  return sent
}

const onChecking = vi.fn<() => void>()
const removeMirror = (lost: Problem | null = null) =>
  confirmedWrite(removalWrite(shown), { lost, onChecking, wait: () => Promise.resolve() })

beforeEach(() => onChecking.mockClear())
afterEach(() => vi.unstubAllGlobals())

describe('a removal', () => {
  it('is sent once and verified', async () => {
    const sent = serve([there, missing], [noContent])
    expect(await removeMirror()).toMatchObject({ kind: 'done' })
    expect(sent).toEqual(['DELETE /rest/mirroring/latest/mirrorServers/B0F5-CS21'])
  })

  it('whose verification fails is told as confirmed and not verified', async () => {
    serve([there, () => upstreamRefusal(500)], [noContent])
    expect(await removeMirror()).toMatchObject({ kind: 'unknown', isConfirmed: true })
  })

  it('that Bitbucket confirms and does not make is told', async () => {
    serve([there], [noContent])
    expect(await removeMirror()).toMatchObject({ kind: 'not-done', problem: null })
  })

  it.each([
    ['no connection', noConnection],
    ['a broken body', brokenBody],
    ['500', () => upstreamRefusal(500)],
  ])('whose answer is lost (%s) is followed by the truth', async (_why, lost) => {
    const sent = serve([there, missing], [lost])
    expect(await removeMirror()).toEqual({ kind: 'found', truth: null })
    expect(sent).toHaveLength(1)
    expect(onChecking).toHaveBeenCalledOnce()
  })

  it('whose answer is lost and that was not made is told as such', async () => {
    serve([there], [() => upstreamRefusal(500)])
    expect(await removeMirror()).toMatchObject({
      kind: 'not-done',
      problem: { kind: 'server' },
    })
  })

  it('is unknown when the truth cannot be read either', async () => {
    serve([there, noConnection], [noConnection])
    expect(await removeMirror()).toMatchObject({
      kind: 'unknown',
      problem: { kind: 'offline' },
    })
  })

  it('of a mirror that is gone sends nothing', async () => {
    const sent = serve([missing], [])
    expect(await removeMirror()).toEqual({ kind: 'gone', mayBeOurs: false })
    expect(sent).toEqual([])
  })

  it('that finds nothing to remove right after reading it may be ours: browsers send twice', async () => {
    serve([there, missing], [missing])
    expect(await removeMirror()).toEqual({ kind: 'found', truth: null })
  })

  it('of a mirror that changed sends nothing; a sign of life is no change', async () => {
    const sent = serve([json({ ...shown, baseUrl: 'https://osaka.example.com' })], [])
    expect(await removeMirror()).toMatchObject({ kind: 'changed' })
    expect(sent).toEqual([])
    serve([json({ ...shown, lastSeenDate: 1_453_879_799_999 }), missing], [noContent])
    expect(await removeMirror()).toMatchObject({ kind: 'done' })
  })

  it.each([401, 403, 429])('that is refused with %d is told at once, with nothing done', async (status) => {
    serve([there], [() => upstreamRefusal(status)])
    await expect(removeMirror()).rejects.toBeInstanceOf(Problem)
    expect(onChecking).not.toHaveBeenCalled()
  })

  it('can be checked again without a write', async () => {
    const sent = serve([missing], [])
    const lost = new Problem({ kind: 'offline' })
    expect(await removeMirror(lost)).toEqual({ kind: 'found', truth: null })
    expect(sent).toEqual([])
  })
})
