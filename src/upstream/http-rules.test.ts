import { describe, expect, it } from 'vitest'
import { operations } from '#contract/operations.ts'
import { ask } from './testing/ask.ts'
import { inMemory } from './testing/in-memory.ts'

const preferred = operations.getPreferredMirror.path
const mirrors = operations.listMirrors.path
const json = { 'content-type': 'application/json' }

describe('a write', () => {
  it('needs JSON or the header against forgery', async () => {
    const { jcitizen } = inMemory()
    const response = await jcitizen(preferred, { method: 'DELETE' })
    expect([response.status, await response.text()]).toEqual([403, 'XSRF check failed'])
    const allowed = await jcitizen(preferred, {
      method: 'DELETE',
      headers: { 'x-atlassian-token': 'no-check' },
    })
    expect(allowed.status).toBe(204)
  })

  it('of another type is 415, of broken JSON 400, of another kind 400', async () => {
    const { jcitizen } = inMemory()
    const post = async (headers: Record<string, string>, body: string) =>
      (await jcitizen(preferred, { method: 'POST', headers, body })).status
    expect(await post({ 'x-atlassian-token': 'no-check', 'content-type': 'text/plain' }, 'x')).toBe(415)
    expect(await post(json, '{')).toBe(400)
    expect(await post(json, '{}')).toBe(400)
  })
})

describe('an address', () => {
  it('that is unknown is 404, also with an id that is no id', async () => {
    const { admin } = inMemory()
    for (const path of [
      '/rest/mirroring/latest/nothing',
      `${mirrors}/%2e%2e%2fx`,
      '/rest/api/latest/users',
    ]) {
      expect([path, (await admin(path)).status]).toEqual([path, 404])
    }
  })

  it('with a method it does not have is 405 and names those it has', async () => {
    const { admin } = inMemory()
    const response = await admin(mirrors, { method: 'POST', headers: json, body: '{}' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET'])
  })

  it('outside the REST API redirects to the login page', async () => {
    const { anonymous } = inMemory()
    const response = await anonymous('/dashboard', { redirect: 'manual' })
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('http://bitbucket.test:7990/login?next=%2Fdashboard')
    expect((await anonymous('/login')).headers.get('content-type')).toMatch(/^text\/html/)
  })

  it('outside the context path is 404', async () => {
    const { small } = inMemory({ contextPath: '/bitbucket' })
    const ask = (path: string) => small.fetch(new Request(`http://bitbucket.test:7990${path}`))
    const properties = operations.getApplicationProperties.path
    expect((await ask(properties)).status).toBe(404)
    expect((await ask(`/bitbucket${properties}`)).status).toBe(200)
  })
})

describe('a page', () => {
  it('has 25 rows by default, and at most 1000', async () => {
    const { admin } = inMemory({ seed: 'crowded' })
    expect(await ask(admin, 'listRequests', {})).toMatchObject({ limit: 25, start: 0, nextPageStart: 25 })
    const lowered = await ask(admin, 'listRequests', { query: { limit: 5000 } })
    expect([lowered.limit, lowered.values.length]).toEqual([1000, 1000])
  })

  it('refuses a start or a limit that is no number', async () => {
    const { admin } = inMemory()
    for (const query of ['limit=0', 'limit=-1', 'limit=x', 'start=-1', 'start=1.5']) {
      expect([query, (await admin(`${mirrors}?${query}`)).status]).toEqual([query, 400])
    }
  })

  it('skips what the caller may not see, so that the next does not start where it ended', async () => {
    const { admin } = inMemory({ seed: 'broken' })
    const first = await ask(admin, 'listRepositories', { query: { limit: 6 } })
    expect([first.values.length, first.nextPageStart]).toEqual([6, 9])
  })

  it('of requests refuses a state that does not exist', async () => {
    const { admin } = inMemory()
    expect((await admin('/rest/mirroring/latest/requests?state=LOST')).status).toBe(400)
  })
})

describe('the profile 9.4', () => {
  it('has no fields of 8.x and writes dates as text', async () => {
    const { admin } = inMemory({ profile: '9.4' })
    const text = await (await admin(mirrors)).text()
    expect(text).not.toContain('productType')
    expect(text).toMatch(/"lastSeenDate":"2026-11-23T\d\d:\d\d:\d\d\.\d{3}\+0000"/)
  })
})
