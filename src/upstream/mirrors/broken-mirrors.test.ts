import { describe, expect, it } from 'vitest'
import { ask } from '#upstream/testing/ask.ts'
import { askMirror, followLink, signedLinkFor } from '#upstream/testing/ask-mirror.ts'
import { START, inMemory } from '#upstream/testing/in-memory.ts'

const broken = () => inMemory({ seed: 'broken' })

const responseOf = async (mirrorId: string): Promise<Response> => {
  const { small, admin } = broken()
  return followLink(small, admin, mirrorId, '11')
}

describe('of the broken mirrors', () => {
  it('one hangs until the caller gives up', async () => {
    const { small, admin } = broken()
    const giveUp = new AbortController()
    const answer = followLink(small, admin, 'hangs', '11', { signal: giveUp.signal })
    giveUp.abort()
    await expect(answer).rejects.toThrow('given up')
  })

  it('one answers properly after 3 s', async () => {
    const { small, admin, now } = broken()
    expect((await askMirror(small, admin, 'slow', '11')).status).toBe('AVAILABLE')
    expect(now()).toBe(START + 3_000)
  })

  it('one refuses every link', async () => {
    expect((await responseOf('refused')).status).toBe(401)
  })

  it('one refuses every link since its clock is 7 minutes ahead, and sends its time', async () => {
    const response = await responseOf('clock-differs')
    expect(response.status).toBe(401)
    expect(Date.parse(response.headers.get('date') ?? '')).toBe(START + 7 * 60_000)
  })

  it('one redirects', async () => {
    const response = await responseOf('redirect')
    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      'http://redirect.mirrors.test:7993/login',
    ])
  })

  it('one sends without end', async () => {
    const reader = (await responseOf('huge')).body?.getReader()
    let bytes = 0
    while (bytes <= 1_048_576) bytes += (await reader?.read())?.value?.byteLength ?? Number.NaN
    await reader?.cancel()
    expect(bytes).toBeGreaterThan(1_048_576)
  })

  it('one sends a page for people', async () => {
    expect((await responseOf('html')).headers.get('content-type')).toMatch(/^text\/html/)
  })

  it('one sends JSON without the expected fields', async () => {
    const { small, admin } = broken()
    await expect(askMirror(small, admin, 'wrong-content', '11')).rejects.toThrow(
      'Neither "available" nor "status"',
    )
  })

  it('one answers about another repository', async () => {
    const { small, admin } = broken()
    expect(await askMirror(small, admin, 'other-repository', '11')).toMatchObject({
      repositoryId: '12',
      status: 'AVAILABLE',
    })
  })

  it('one fails', async () => {
    expect((await responseOf('fails-500')).status).toBe(500)
  })

  it.for([
    ['maintenance', 503],
    ['rate-limited', 429],
    ['unknown-repository', 404],
  ] as const)('"%s" answers %i with an error', async ([mirrorId, status]) => {
    const response = await responseOf(mirrorId)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.any(String) }] })
  })

  it.for([
    ['other-port', 'http://other-port.mirrors.test:1'],
    ['other-scheme', 'https://other-scheme.mirrors.test:7993'],
  ] as const)('"%s" has links to %s', async ([mirrorId, origin]) => {
    const link = await signedLinkFor(broken().admin, mirrorId, '11')
    expect(new URL(link ?? '').origin).toBe(origin)
  })

  it('one has a closed port', async () => {
    const link = await signedLinkFor(broken().admin, 'dead', '11')
    expect(link).toMatch(/^http:\/\/dead\.mirrors\.test:1\/rest\//)
  })

  it.for([
    ['not-mirrored', 'NOT_MIRRORED', false],
    ['initializing', 'INITIALIZING', false],
    ['error-initializing', 'ERROR_INITIALIZING', false],
    ['error-available', 'ERROR_AVAILABLE', true],
    ['healthy', 'AVAILABLE', true],
  ] as const)('"%s" says %s', async ([mirrorId, status, available]) => {
    const { small, admin } = broken()
    expect(await askMirror(small, admin, mirrorId, '11')).toMatchObject({ status, available })
  })

  it('one is stale, one was never seen, one is disabled, one is seen in the future', async () => {
    const { admin } = broken()
    const mirror = (mirrorId: string) => ask(admin, 'getMirror', { parameters: { mirrorId } })
    expect((await mirror('stale')).lastSeenDate).toBeLessThanOrEqual(START - 26 * 3_600_000)
    expect((await mirror('never-seen')).lastSeenDate).toBeNull()
    expect((await mirror('disabled')).enabled).toBe(false)
    expect((await mirror('clock-differs')).lastSeenDate).toBeGreaterThan(START + 6 * 60_000)
  })
})

const statusOf = async (mirrorId: string, path = '/status') => {
  const { small } = broken()
  const response = await small.fetchMirror(new Request(`http://${mirrorId}.mirrors.test:7993${path}`))
  const text = await response.text()
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text }
}

describe('a mirror’s own status', () => {
  it('says without any credential that the mirror is synchronized', async () => {
    expect(await statusOf('healthy')).toMatchObject({
      status: 200,
      body: { state: 'SYNCHRONIZED', memberCount: '1', discovering: false },
    })
  })

  it.each([
    ['refused', 401],
    ['redirect', 302],
    ['fails-500', 500],
    ['maintenance', 503],
    ['rate-limited', 429],
    ['no-status', 404],
    ['html', 200],
    ['wrong-content', 200],
    ['unknown-repository', 200],
    ['other-repository', 200],
    ['error-available', 200],
  ])('fails as the mirror %s fails: %d', async (mirrorId, status) => {
    expect((await statusOf(mirrorId)).status).toBe(status)
  })

  it.each([
    ['other-state', { state: 'REBALANCING', memberCount: 2 }],
    ['synchronizing', { state: 'METADATA_SYNCHRONIZED', syncedRepos: 242, totalRepos: 1071 }],
    ['initializing', { state: 'METADATA_SYNCHRONIZED', syncedRepos: 0 }],
    ['contradicts-progress', { state: 'SYNCHRONIZED' }],
  ])('of %s is %j', async (mirrorId, body) => {
    expect((await statusOf(mirrorId)).body).toMatchObject(body)
  })

  it('has no state where all of its answers have other fields', async () => {
    expect((await statusOf('wrong-content')).body).toEqual({ health: 'RUNNING', nodes: 3 })
  })

  it('carries the time of the mirror’s own clock', async () => {
    const { small } = broken()
    const response = await small.fetchMirror(new Request('http://clock-differs.mirrors.test:7993/status'))
    expect(response.status).toBe(200)
    expect(Date.parse(response.headers.get('date') ?? '')).toBe(START + 7 * 60_000)
  })

  it('is hidden behind the context path of the mirror "no-status", which answers otherwise', async () => {
    expect((await statusOf('no-status', '/git/status')).status).toBe(404)
    expect((await responseOf('no-status')).status).toBe(200)
  })

  it('can contradict the progress', async () => {
    const path = '/rest/mirroring/latest/progress'
    expect((await statusOf('contradicts-progress', path)).body).toMatchObject({ syncedRepos: 242 })
  })
})
