import { describe, expect, it } from 'vitest'
import { mirrorIdOf } from '#upstream/seeds/make-mirror.ts'
import { askMirror, followLink, signedLinkFor } from '#upstream/testing/ask-mirror.ts'
import { send } from '#upstream/testing/contract-client.ts'
import { BASE_URL, inMemory } from '#upstream/testing/in-memory.ts'

const dublin = mirrorIdOf('dublin')
const buildFarm = mirrorIdOf('build-farm')

describe('a signed link', () => {
  it('is served for 60 s and refused afterwards', async () => {
    const { small, admin, pass } = inMemory()
    const link = await signedLinkFor(admin, dublin, '11')
    pass(60_000)
    expect((await small.fetchMirror(new Request(link))).status).toBe(200)
    pass(1)
    expect((await small.fetchMirror(new Request(link))).status).toBe(401)
  })

  it('is refused when credentials come with it', async () => {
    const { small, admin } = inMemory()
    const headers = { authorization: 'Bearer admin-token' }
    expect((await followLink(small, admin, dublin, '11', { headers })).status).toBe(401)
  })

  it('is refused when it is absent, changed, or meant for another repository or mirror', async () => {
    const { small, admin } = inMemory()
    const link = await signedLinkFor(admin, dublin, '11')
    const [unsigned = ''] = link.split('?')
    const changed = [
      unsigned,
      `${unsigned}?jwt=`,
      `${unsigned}?jwt=a.b.c`,
      link.slice(0, -4),
      link.replace('/repos/11?', '/repos/12?'),
      link.replace('//dublin.', '//virginia.'),
      link.replace(/\.[^.]+$/, '.AAAA'),
    ]
    for (const address of changed) {
      expect([address, (await small.fetchMirror(new Request(address))).status]).toEqual([address, 401])
    }
  })

  it('is left unsigned when it is not requested as authorized', async () => {
    const { admin } = inMemory()
    const response = await admin('/rest/mirroring/latest/repos/11/mirrors?preAuthorized=false')
    expect(await response.text()).not.toContain('jwt=')
  })

  it('has the path that its version of Bitbucket uses', async () => {
    const old = inMemory()
    const recent = inMemory({ profile: '9.4' })
    expect(await signedLinkFor(old.admin, dublin, '11')).toMatch(
      /\/latest\/upstreamServers\/[^/]+\/repos\/11\?jwt=/,
    )
    expect(await signedLinkFor(old.admin, buildFarm, '11')).toContain('/rest/mirroring/1.0/repos/11?jwt=')
    expect(await signedLinkFor(recent.admin, dublin, '11')).toContain('/latest/mirrorRepos/11?jwt=')
    for (const { small, admin } of [old, recent]) {
      expect((await askMirror(small, admin, dublin, '11')).available).toBe(true)
    }
  })
})

describe('a mirror', () => {
  it('names its addresses in fields of their own, or under links before 8.x', async () => {
    const { small, admin } = inMemory()
    const recent = await (await followLink(small, admin, dublin, '11')).json()
    expect(recent).toMatchObject({ cloneUrls: [{ name: 'http' }, { name: 'ssh' }] })
    const old = await (await followLink(small, admin, buildFarm, '11')).json()
    expect(old).toMatchObject({ links: { clone: [{ name: 'http' }, { name: 'ssh' }] } })
    expect(await askMirror(small, admin, buildFarm, '11')).toMatchObject({
      mirrorName: 'Build farm',
      repositoryId: '11',
      cloneUrls: [
        { name: 'http', href: 'http://build-farm.mirrors.test:7993/scm/pay/ledger.git' },
        { name: 'ssh', href: 'ssh://git@build-farm.mirrors.test:7999/pay/ledger.git' },
      ],
    })
  })

  it('does not have the projects that were not chosen for it', async () => {
    const { small, admin } = inMemory()
    expect(await askMirror(small, admin, buildFarm, '31')).toMatchObject({
      status: 'NOT_MIRRORED',
      available: false,
      lastUpdated: null,
      cloneUrls: [],
    })
  })

  it('allows only Bitbucket’s own pages across origins', async () => {
    const { small, admin } = inMemory()
    const allowed = async (origin: string) =>
      (await followLink(small, admin, dublin, '11', { headers: { origin } })).headers.get(
        'access-control-allow-origin',
      )
    expect(await allowed(BASE_URL)).toBe(BASE_URL)
    expect(await allowed('https://console.example.com')).toBeNull()
  })

  it('does not answer after its removal, as one that is unknown', async () => {
    const { small, admin } = inMemory()
    const link = await signedLinkFor(admin, dublin, '11')
    await send(admin, 'removeMirror', { parameters: { mirrorId: dublin } })
    expect((await small.fetchMirror(new Request(link))).status).toBe(404)
    expect((await small.fetchMirror(new Request('http://unknown.mirrors.test:7993/'))).status).toBe(404)
  })
})
