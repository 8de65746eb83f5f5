import { afterEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '#app/api/problem.ts'
import { confirmedWrite } from '#app/api/confirmed-write.ts'
import { upstreamAnswer, upstreamRefusal } from '#demo/testing/upstream-answer.ts'
import { registrationWrite } from './request-registration.ts'

const body = {
  mirrorName: 'Oslo',
  mirrorId: 'OSLO-1',
  mirrorBaseUrl: 'https://oslo.acme.com',
  mirrorType: 'SINGLE' as const,
  productVersion: '8.16.2',
}
const created = { ...body, id: 12, state: 'PENDING' }

type Answer = () => Response | Promise<Response>
const json =
  (value: unknown, status = 200): Answer =>
  () =>
    upstreamAnswer(value, status)
const noConnection: Answer = () => Promise.reject(new TypeError('Failed to fetch'))
const pageOf = (...values: readonly unknown[]) => json({ values, isLastPage: true, start: 0 })

const serve = (write: Answer, read: Answer = pageOf()) => {
  const writes: string[] = []
  vi.stubGlobal('fetch', async (url: URL, { method }: { method: string }) => {
    if (method === 'GET') return read()
    writes.push(`${method} ${url.pathname}`)
    return write()
  })
  return writes
}
const onChecking = vi.fn<() => void>()
const register = (lost: Problem | null = null) =>
  confirmedWrite(registrationWrite(body), { lost, onChecking, wait: () => Promise.resolve() })

afterEach(() => {
  vi.unstubAllGlobals()
  onChecking.mockClear()
})

describe('registering a mirror', () => {
  it('is one write, answered with the request', async () => {
    const writes = serve(json(created))
    expect(await register()).toMatchObject({ kind: 'done', answer: { id: '12' } })
    expect(writes).toEqual(['POST /rest/mirroring/latest/requests'])
    expect(onChecking).not.toHaveBeenCalled()
  })

  it('that is answered with the request of another mirror is checked', async () => {
    serve(json({ ...created, id: 13, mirrorId: 'OTHER' }), pageOf(created))
    expect(await register()).toMatchObject({ kind: 'found', truth: { id: '12' } })
  })

  it.each([
    [409, 'conflict'],
    [401, 'not-permitted'],
    [400, 'invalid'],
  ])('that is refused with %d took no effect', async (status, kind) => {
    const writes = serve(() => upstreamRefusal(status))
    await expect(register()).rejects.toMatchObject({ kind })
    expect(writes).toHaveLength(1)
  })

  it('whose answer was lost is checked, and found', async () => {
    const writes = serve(noConnection, pageOf({ ...created, id: 3, mirrorId: 'OTHER' }, created))
    expect(await register()).toMatchObject({ kind: 'found', truth: { id: '12' } })
    expect(onChecking).toHaveBeenCalledOnce()
    expect(writes).toHaveLength(1)
  })

  it('whose answer was lost is checked, and is not there', async () => {
    serve(noConnection)
    expect(await register()).toMatchObject({ kind: 'not-done', problem: { kind: 'offline' } })
  })

  it.each([
    ['broke off', { values: [], isLastPage: false }],
    ['has an entry that cannot be read', { values: [{ id: 9 }], isLastPage: true }],
    ['contradicts itself', { values: [], isLastPage: true, nextPageStart: 5 }],
  ])('stays unknown while the list of requests %s', async (_what, page) => {
    serve(noConnection, json(page))
    expect(await register()).toMatchObject({ kind: 'unknown', problem: { kind: 'offline' } })
  })

  it('stays unknown while the truth cannot be read, and can be checked again', async () => {
    serve(noConnection, noConnection)
    expect(await register()).toMatchObject({ kind: 'unknown' })
    serve(noConnection, pageOf(created))
    expect(await register(new Problem({ kind: 'timeout' }))).toMatchObject({ kind: 'found' })
  })
})
