import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { Problem } from '#app/api/problem.ts'
import { confirmedWrite } from '#app/api/confirmed-write.ts'
import {
  upstreamAnswer,
  upstreamBrokenBody as brokenBody,
  upstreamNoContent as nothing,
  upstreamRefusal,
} from '#demo/testing/upstream-answer.ts'
import { type Decision, decisionWrite } from './request-decision.ts'

const shown: MirroringRequest = {
  id: '7',
  state: 'PENDING',
  mirrorName: 'Tokyo',
  mirrorId: 'B0F5-CS21',
  mirrorBaseUrl: 'https://tokyo.example.com',
  mirrorType: 'SINGLE',
  productType: null,
  productVersion: '8.16.2',
  addonDescriptorUri: null,
}
const mirror = { id: 'B0F5-CS21', name: 'Tokyo' }

type Answer = () => Response | Promise<Response>
const json =
  (body: unknown, status = 200): Answer =>
  () =>
    upstreamAnswer(body, status)
const refused =
  (status: number): Answer =>
  () =>
    upstreamRefusal(status)
const noConnection: Answer = () => Promise.reject(new TypeError('Failed to fetch'))
const pending = json(shown)
const accepted = json({ ...shown, state: 'ACCEPTED' })

/** Answers reads and writes from two lists; the last of each answers all that follow. */
const serve = (reads: readonly Answer[], writes: readonly Answer[]) => {
  const posts: string[] = []
  let readCount = 0
  vi.stubGlobal('fetch', async (url: URL, { method }: { method: string }) => {
    const isRead = method === 'GET'
    if (isRead) readCount += 1
    else posts.push(url.pathname)
    const answers = isRead ? reads : writes
    const place = isRead ? readCount : posts.length
    const answer = answers[place - 1] ?? answers.at(-1)
    if (answer === undefined) throw new Error('The test expects no such request.')
    return answer()
  })
  return posts
}

const onChecking = vi.fn<() => void>()
const wait = () => Promise.resolve()
const decide = (request: MirroringRequest, decision: Decision, lost: Problem | null = null) =>
  confirmedWrite(decisionWrite({ shown: request, decision }), { lost, onChecking, wait })
const acceptShown = (decision: Decision = 'accept') => decide(shown, decision)

beforeEach(() => onChecking.mockClear())
afterEach(() => vi.unstubAllGlobals())

describe('a decision', () => {
  it.each(['accept', 'reject'] as const)('to %s is sent once and confirmed', async (decision) => {
    const writes = serve([pending], [json(mirror)])
    expect(await acceptShown(decision)).toMatchObject({ kind: 'done' })
    expect(writes).toEqual([`/rest/mirroring/latest/requests/7/${decision}`])
    expect(onChecking).not.toHaveBeenCalled()
  })

  it('to accept returns the new mirror server', async () => {
    serve([pending], [json(mirror)])
    expect(await acceptShown()).toMatchObject({ answer: { id: 'B0F5-CS21', lastSeenDate: null } })
  })

  it('to reject that is answered about another mirror is read again', async () => {
    const rejected = json({ ...shown, state: 'REJECTED' })
    const other = { id: 'another', name: 'Tokyo', baseUrl: 'https://other.example.com' }
    const writes = serve([pending, rejected], [json(other)])
    expect(await acceptShown('reject')).toMatchObject({ kind: 'found' })
    expect(writes).toHaveLength(1)
  })

  it.each<[string, object, 'done' | 'found']>([
    ['its id', { id: 'B0F5-CS21', baseUrl: 'https://elsewhere.example.com' }, 'done'],
    ['its address', { id: 'another', baseUrl: 'https://TOKYO.example.com:443/' }, 'done'],
    ['no address', { id: 'another' }, 'done'],
    ['neither its id nor its address', { id: 'another', baseUrl: 'https://evil.example' }, 'found'],
  ])('to accept that is answered with a mirror of %s', async (_what, answer, kind) => {
    const writes = serve([pending, accepted], [json({ name: 'Tokyo', ...answer })])
    const outcome = await acceptShown()
    expect(outcome.kind).toBe(kind)
    // What was not said of this request is not shown as its mirror.
    expect('answer' in outcome).toBe(kind === 'done')
    expect(writes).toHaveLength(1)
  })

  it.each([
    ['has another address now', { ...shown, mirrorBaseUrl: 'https://evil.example' }],
    ['has another name now', { ...shown, mirrorName: 'Kyoto' }],
    ['was accepted by someone else', { ...shown, state: 'ACCEPTED' }],
    ['was rejected by someone else', { ...shown, state: 'REJECTED' }],
    ['has a state that is not documented', { ...shown, state: 'EXPIRED' }],
  ])('sends nothing when the request %s', async (_promise, now) => {
    const posts = serve([json(now)], [])
    expect(await acceptShown()).toEqual({ kind: 'changed', truth: now, mayBeOurs: false })
    expect(posts).toEqual([])
  })

  it.each([409, 404])('sends nothing when Bitbucket has no such request (%d)', async (status) => {
    const posts = serve([refused(status)], [])
    expect(await acceptShown()).toEqual({ kind: 'gone', mayBeOurs: false })
    expect(posts).toEqual([])
  })

  it('fails at once, with nothing sent, when the connection is gone before', async () => {
    const posts = serve([noConnection, pending], [json(mirror)])
    await expect(acceptShown()).rejects.toMatchObject({ kind: 'offline' })
    expect(posts).toEqual([])
  })

  it.each([
    [401, 'not-permitted'],
    [403, 'not-permitted'],
    [429, 'rate-limited'],
    [400, 'invalid'],
  ])('that is refused with %d took no effect and says so', async (status, kind) => {
    const posts = serve([pending], [refused(status)])
    await expect(acceptShown()).rejects.toMatchObject({ kind })
    expect(posts).toHaveLength(1)
    expect(onChecking).not.toHaveBeenCalled()
  })

  it('that met a race reads as the work of someone else', async () => {
    const posts = serve([pending, accepted], [refused(409)])
    expect(await acceptShown()).toMatchObject({ kind: 'changed', mayBeOurs: false })
    expect(posts).toHaveLength(1)
  })

  it('that met a removal reads as gone', async () => {
    const posts = serve([pending, refused(409)], [refused(409)])
    expect(await acceptShown()).toEqual({ kind: 'gone', mayBeOurs: false })
    expect(posts).toHaveLength(1)
  })

  it('refused as a conflict while the request is still pending was not done', async () => {
    const posts = serve([pending], [refused(409)])
    expect(await acceptShown()).toMatchObject({ kind: 'not-done', problem: { kind: 'conflict' } })
    expect(posts).toHaveLength(1)
  })
})

describe('a lost answer', () => {
  it.each([
    ['no connection', noConnection],
    ['a broken body', brokenBody],
    ['an answer of another kind', json([1])],
    ['500', refused(500)],
    ['503', refused(503)],
    ['504', refused(504)],
  ])('(%s) leads to the truth, and to no second write', async (_fault, fault) => {
    const posts = serve([pending, accepted], [fault])
    expect(await acceptShown()).toMatchObject({ kind: 'found', truth: { state: 'ACCEPTED' } })
    expect(posts).toHaveLength(1)
    expect(onChecking).toHaveBeenCalledOnce()
  })

  it('is read over passing faults', async () => {
    serve([pending, refused(503), noConnection, accepted], [noConnection])
    expect(await acceptShown()).toMatchObject({ kind: 'found' })
  })

  it('to a decision that another one overtook is not called ours', async () => {
    serve([pending, json({ ...shown, state: 'REJECTED' })], [noConnection])
    expect(await acceptShown()).toMatchObject({ kind: 'changed', truth: { state: 'REJECTED' } })
  })

  it('may have taken effect before the request was deleted', async () => {
    serve([pending, refused(409)], [noConnection])
    expect(await acceptShown()).toEqual({ kind: 'gone', mayBeOurs: true })
  })

  it('leaves the request to decide again when it is still pending', async () => {
    const posts = serve([pending], [noConnection])
    expect(await acceptShown()).toMatchObject({ kind: 'not-done', truth: shown })
    expect(posts).toHaveLength(1)
  })

  it('stays unknown when the truth cannot be read, and can be checked again', async () => {
    const posts = serve([pending, noConnection, noConnection, noConnection, accepted], [noConnection])
    const outcome = await acceptShown()
    expect(outcome).toMatchObject({ kind: 'unknown', problem: { kind: 'offline' } })
    const problem = outcome.kind === 'unknown' ? outcome.problem : new Problem({ kind: 'server' })
    expect(await decide(shown, 'accept', problem)).toMatchObject({ kind: 'found' })
    expect(posts).toHaveLength(1)
  })
})

describe('deleting', () => {
  const rejected = { ...shown, state: 'REJECTED' }

  it.each([shown, rejected])('works in the state $state, with one write', async (request) => {
    const writes = serve([json(request)], [nothing])
    expect(await decide(request, 'delete')).toEqual({ kind: 'done', answer: null, truth: null })
    expect(writes).toEqual(['/rest/mirroring/latest/requests/7'])
  })

  it('sends nothing when the state is no longer the one that was shown', async () => {
    const writes = serve([accepted], [])
    expect(await acceptShown('delete')).toMatchObject({ kind: 'changed', truth: { state: 'ACCEPTED' } })
    expect(writes).toEqual([])
  })

  it('of what someone else deleted reads as theirs', async () => {
    serve([pending, refused(409)], [refused(409)])
    expect(await acceptShown('delete')).toEqual({ kind: 'gone', mayBeOurs: false })
  })

  it('whose answer was lost is read back: gone is done', async () => {
    const writes = serve([json(rejected), refused(409)], [noConnection])
    expect(await decide(rejected, 'delete')).toEqual({ kind: 'found', truth: null })
    expect(writes).toHaveLength(1)
  })

  it('whose answer was lost is read back: still there is not done', async () => {
    const writes = serve([json(rejected)], [noConnection])
    expect(await decide(rejected, 'delete')).toMatchObject({ kind: 'not-done' })
    expect(writes).toHaveLength(1)
  })
})
