import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { wireMirrorStatus } from '#contract/mirror-status.ts'
import { parseJson } from '#contract/parse-json.ts'
import { mirrorIdOf } from '#upstream/seeds/make-mirror.ts'
import type { SeedName } from '#upstream/seed-names.ts'
import { ask } from '#upstream/testing/ask.ts'
import { inMemory } from '#upstream/testing/in-memory.ts'

/** What the mirrors of a seed say of themselves, by their key; the status where there is no 200. */
const statuses = async (seed: SeedName, keys: readonly string[]) => {
  const { small } = inMemory({ seed })
  return Promise.all(
    keys.map(async (key) => {
      const response = await small.fetchMirror(new Request(`http://${key}.mirrors.test:7993/status`))
      return response.status === 200 ? parseJson(await response.text()) : response.status
    }),
  )
}

describe('the status of a mirror', () => {
  it('says of a farm how many nodes it has, as text, and of an old mirror "0 of 0"', async () => {
    expect(await statuses('calm', ['dublin', 'virginia', 'build-farm'])).toEqual([
      { state: 'SYNCHRONIZED', memberCount: '3', discovering: false, syncedRepos: 30, totalRepos: 30 },
      { state: 'SYNCHRONIZED', memberCount: '1', discovering: false, syncedRepos: 30, totalRepos: 30 },
      { state: 'SYNCHRONIZED', memberCount: '1', discovering: false, syncedRepos: 0, totalRepos: 0 },
    ])
  })

  it('counts the repositories of a mirror that has just been accepted', async () => {
    const { small, admin, pass } = inMemory()
    const pending = await ask(admin, 'listRequests', { query: { state: 'PENDING' } })
    const sydney = pending.values.find(({ mirrorName }) => mirrorName === 'Sydney')
    await admin(`/rest/mirroring/latest/requests/${sydney?.id ?? ''}/accept`, {
      method: 'POST',
      headers: { 'x-atlassian-token': 'no-check', 'content-type': 'application/json' },
    })
    expect((await ask(admin, 'getMirror', { parameters: { mirrorId: mirrorIdOf('sydney') } })).name).toBe(
      'Sydney',
    )
    const status = async () => {
      const response = await small.fetchMirror(new Request('http://sydney.mirrors.test:7993/status'))
      return v.parse(wireMirrorStatus, await response.json())
    }
    expect(await status()).toMatchObject({
      state: 'METADATA_SYNCHRONIZED',
      memberCount: 3,
      syncedRepos: 0,
      totalRepos: 30,
    })
    pass(12_500)
    expect(await status()).toMatchObject({ state: 'METADATA_SYNCHRONIZED', syncedRepos: 15 })
    pass(12_500)
    expect(await status()).toMatchObject({ state: 'SYNCHRONIZED', syncedRepos: 30 })
  })

  it('of a few among a hundred is another than "synchronized"', async () => {
    expect(await statuses('crowded', ['m001', 'm016', 'm017', 'm018', 'm019'])).toMatchObject([
      { state: 'SYNCHRONIZED', syncedRepos: 100_000, totalRepos: 100_000 },
      { state: 'METADATA_SYNCHRONIZED', syncedRepos: 242, totalRepos: 1071 },
      { state: 'METADATA_SYNCHRONIZED', discovering: true },
      404,
      { state: 'REBALANCING' },
    ])
  })

  it.each([
    ['long', { state: 'X'.repeat(64) }],
    ['bidi', { state: 'DEGRADEDDublingnp.exeDublin' }],
    ['markup', { state: '<script>globalThis.polluted = true</script><img src=x onerror=al' }],
    ['look-alike', { memberCount: null, discovering: null, syncedRepos: null, totalRepos: null }],
    ['zero-width', { memberCount: null, syncedRepos: null, totalRepos: null }],
    ['right-to-left', { state: 'SYNCHRONIZED', syncedRepos: null, totalRepos: null }],
    ['formula', { syncedRepos: 9, totalRepos: null }],
  ])('that is hostile (%s) becomes a plain one', async (key, expected) => {
    const [body] = await statuses('hostile', [`name-${key}`])
    expect(v.parse(wireMirrorStatus, body)).toMatchObject(expected)
  })

  it('with a blank state is none, and one that is nested too deeply is not read', async () => {
    const [blank] = await statuses('hostile', ['name-blank'])
    expect(v.is(wireMirrorStatus, blank)).toBe(false)
    await expect(statuses('hostile', ['name-combining'])).rejects.toThrow('nested too deeply')
  })
})
