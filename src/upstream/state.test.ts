import { describe, expect, it } from 'vitest'
import { ask } from './testing/ask.ts'
import { send } from './testing/contract-client.ts'
import { START, inMemory } from './testing/in-memory.ts'
import { mirrorIdOf } from './seeds/make-mirror.ts'
import { askMirror } from './testing/ask-mirror.ts'

const dublin = mirrorIdOf('dublin')
const sydney = { parameters: { mirroringRequestId: '6' } }

describe('a request that is accepted', () => {
  it('becomes a mirror that is first seen after 3 s and then every 10 s', async () => {
    const { admin, pass } = inMemory()
    const { id } = await ask(admin, 'acceptRequest', sydney)
    const lastSeen = async () =>
      (await ask(admin, 'getMirror', { parameters: { mirrorId: id } })).lastSeenDate
    expect(await lastSeen()).toBeNull()
    pass(2_999)
    expect(await lastSeen()).toBeNull()
    pass(1)
    expect(await lastSeen()).toBe(START + 3_000)
    pass(9_999)
    expect(await lastSeen()).toBe(START + 3_000)
    pass(1)
    expect(await lastSeen()).toBe(START + 13_000)
  })

  it('leaves the pending ones and is found among the accepted ones', async () => {
    const { admin } = inMemory()
    await ask(admin, 'acceptRequest', sydney)
    const idsIn = async (state: string) =>
      (await ask(admin, 'listRequests', { query: { state } })).values.map(({ id }) => id)
    expect(await idsIn('PENDING')).toEqual(['7', '9'])
    expect(await idsIn('ACCEPTED')).toEqual(['1', '2', '4', '5', '6'])
  })

  it('clones its repositories: initializing first, available within 25 s', async () => {
    const { admin, small, pass } = inMemory()
    const { id } = await ask(admin, 'acceptRequest', sydney)
    expect(await askMirror(small, admin, id, '11')).toMatchObject({
      status: 'INITIALIZING',
      available: false,
    })
    pass(25_000)
    expect(await askMirror(small, admin, id, '11')).toMatchObject({ status: 'AVAILABLE', available: true })
  })

  it('cannot be accepted or rejected again', async () => {
    const { admin } = inMemory()
    await ask(admin, 'acceptRequest', sydney)
    expect((await send(admin, 'acceptRequest', sydney)).status).toBe(409)
    expect((await send(admin, 'rejectRequest', sydney)).status).toBe(409)
    expect((await ask(admin, 'listMirrors', {})).values).toHaveLength(5)
  })
})

describe('a request', () => {
  it('that is rejected makes no mirror', async () => {
    const { admin } = inMemory()
    expect((await ask(admin, 'rejectRequest', sydney)).name).toBe('Sydney')
    expect((await ask(admin, 'listMirrors', {})).values).toHaveLength(4)
  })

  it('can be made without an account, is always pending, and only once per mirror', async () => {
    const { admin, anonymous } = inMemory()
    const body = {
      state: 'ACCEPTED',
      mirrorId: 'self-made',
      mirrorName: 'Self-made',
      mirrorBaseUrl: 'https://self-made.example.com',
      mirrorType: 'SINGLE',
      productVersion: '8.16.2',
    } as const
    const made = await ask(anonymous, 'createRequest', { body })
    expect(made).toMatchObject({ id: '10', state: 'PENDING' })
    expect((await send(anonymous, 'createRequest', { body })).status).toBe(409)
    expect((await ask(admin, 'listMirrors', {})).values).toHaveLength(4)
  })

  it('never gets the number of a deleted one', async () => {
    const { admin } = inMemory()
    await send(admin, 'deleteRequest', { parameters: { mirroringRequestId: '9' } })
    const body = {
      mirrorId: 'second',
      mirrorName: 'Second',
      mirrorBaseUrl: 'https://second.example.com',
      mirrorType: 'FARM',
      productVersion: '8.16.2',
    } as const
    expect((await ask(admin, 'createRequest', { body })).id).toBe('10')
  })

  it('of a mirror that joins again puts it in its old place', async () => {
    const { admin } = inMemory({ seed: 'hostile' })
    const before = (await ask(admin, 'listMirrors', { query: { limit: 100 } })).values.length
    await ask(admin, 'acceptRequest', { parameters: { mirroringRequestId: '400' } })
    const after = await ask(admin, 'listMirrors', { query: { limit: 100 } })
    expect(after.values).toHaveLength(before)
    expect(after.values[0]).toMatchObject({ id: dublin, baseUrl: 'http://impostor.mirrors.test:7993' })
  })
})

describe('a mirror that is removed', () => {
  it('is not preferred by any user any more', async () => {
    const { admin, jcitizen } = inMemory()
    expect(await ask(jcitizen, 'getPreferredMirror', {})).toMatchObject({ id: dublin, name: 'Dublin' })
    expect((await send(admin, 'removeMirror', { parameters: { mirrorId: dublin } })).status).toBe(204)
    expect((await send(jcitizen, 'getPreferredMirror', {})).status).toBe(404)
  })
})

describe('a preferred mirror', () => {
  it('belongs to the one who chose it', async () => {
    const { admin, jcitizen } = inMemory()
    await send(admin, 'setPreferredMirror', { body: mirrorIdOf('mumbai') })
    expect((await ask(admin, 'getPreferredMirror', {})).name).toBe('Mumbai')
    expect((await ask(jcitizen, 'getPreferredMirror', {})).name).toBe('Dublin')
  })
})

const event = (type: 'SYNCHRONIZED' | 'SYNCHRONIZATION_FAILED') => ({
  parameters: { mirrorId: dublin },
  body: { type, upstreamRepoId: '11' },
})

describe('an event', () => {
  it('about a failure counts once it has left the queue, until the next success', async () => {
    const { admin, small, pass } = inMemory()
    const status = async () => (await askMirror(small, admin, dublin, '11')).status
    await send(admin, 'publishEvent', event('SYNCHRONIZATION_FAILED'))
    expect(await status()).toBe('AVAILABLE')
    pass(2_000)
    expect(await status()).toBe('ERROR_AVAILABLE')
    await send(admin, 'publishEvent', event('SYNCHRONIZED'))
    pass(2_000)
    expect(await status()).toBe('AVAILABLE')
  })

  it('changes that repository on that mirror only', async () => {
    const { admin, small, pass } = inMemory()
    await send(admin, 'publishEvent', event('SYNCHRONIZATION_FAILED'))
    pass(2_000)
    expect((await askMirror(small, admin, dublin, '12')).status).toBe('AVAILABLE')
    expect((await askMirror(small, admin, mirrorIdOf('virginia'), '11')).status).toBe('AVAILABLE')
  })

  it('about a failure of a first clone means that it failed to initialize', async () => {
    const { admin, small, pass } = inMemory()
    const { id } = await ask(admin, 'acceptRequest', sydney)
    await send(admin, 'publishEvent', { ...event('SYNCHRONIZATION_FAILED'), parameters: { mirrorId: id } })
    pass(2_000)
    expect(await askMirror(small, admin, id, '11')).toMatchObject({
      status: 'ERROR_INITIALIZING',
      available: false,
    })
  })
})

describe('the time', () => {
  it('of the upstream is its own clock', async () => {
    const { admin, pass } = inMemory()
    pass(1_234)
    expect((await ask(admin, 'getAnalyticsSettings', {})).serverTime).toBe(START + 1_234)
  })
})

describe('two small Bitbuckets', () => {
  it('share nothing', async () => {
    const one = inMemory()
    const other = inMemory()
    await send(one.admin, 'removeMirror', { parameters: { mirrorId: dublin } })
    expect((await ask(one.admin, 'listMirrors', {})).values).toHaveLength(3)
    expect((await ask(other.admin, 'listMirrors', {})).values).toHaveLength(4)
  })
})
