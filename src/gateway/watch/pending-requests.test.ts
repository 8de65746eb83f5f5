import { describe, expect, it } from 'vitest'
import { createFakeUpstream } from '#gateway/testing/fake-upstream.ts'
import { readPendingRequests } from './pending-requests.ts'

const UPSTREAM = 'https://bitbucket.example.com/context'
const request = (id: string, state = 'PENDING') => ({ id, state, mirrorName: id })
const page = (values: readonly unknown[], more: object = { isLastPage: true }) =>
  Response.json({ values, start: 0, limit: 100, ...more })

const read = async (
  answer: () => Response,
  token = 'Bearer alice-token',
  signal = new AbortController().signal,
) => {
  const upstream = createFakeUpstream(answer)
  const found = await readPendingRequests(
    { upstream: UPSTREAM, fetchUpstream: upstream.fetch },
    token,
    signal,
  )
  return { found, asked: upstream.asked.map(({ url }) => url) }
}

describe('the requests that wait', () => {
  it('are asked for once, on one page', async () => {
    const { asked } = await read(() => page([request('1')], { isLastPage: false, nextPageStart: 100 }))
    expect(asked).toEqual([`${UPSTREAM}/rest/mirroring/latest/requests?start=0&limit=100&state=PENDING`])
  })

  it.each<[string, () => Response, unknown]>([
    ['none', () => page([]), { count: 0, ids: [], isAll: true }],
    [
      'each once',
      () => page([request('1'), request('1'), request('2')]),
      { count: 2, ids: ['1', '2'], isAll: true },
    ],
    [
      'those alone',
      () => page([request('1'), request('2', 'ACCEPTED')]),
      { count: 1, ids: ['1'], isAll: true },
    ],
    ['as many as can be read', () => page([request('1'), { id: 2 }]), { count: 1, ids: ['1'], isAll: false }],
    [
      'at least those of the first page',
      () => page([request('1')], { isLastPage: false, nextPageStart: 100 }),
      { count: 1, ids: ['1'], isAll: false },
    ],
    [
      'those of a page that does not say what follows',
      () => page([request('1')], {}),
      { count: 1, ids: ['1'], isAll: true },
    ],
    ['nobody knows how many of a page without rows', () => Response.json({ oops: 1 }), null],
    ['nobody knows how many without permission', () => Response.json({ errors: [] }, { status: 403 }), null],
    ['nobody knows how many from a login page', () => new Response('<html>', { status: 200 }), null],
  ])('are counted: %s', async (_name, answer, expected) => {
    expect((await read(answer)).found).toEqual(expected)
  })

  it('are not known to an account that is signed out, nor after the end of the watch', async () => {
    expect((await read(() => page([]), 'Bearer unknown')).found).toBe(null)
    const waits = new AbortController()
    const reading = readPendingRequests(
      {
        upstream: UPSTREAM,
        fetchUpstream: ({ signal }) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(new Error('ended')), { once: true })
          }),
      },
      'Bearer alice-token',
      waits.signal,
    )
    waits.abort()
    expect(await reading).toBe(null)
  })
})
