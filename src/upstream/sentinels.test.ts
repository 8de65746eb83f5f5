import { describe, expect, it } from 'vitest'
import { ask } from './testing/ask.ts'
import { send } from './testing/contract-client.ts'
import { START, inMemory } from './testing/in-memory.ts'
import type { SENTINELS } from './sentinels.ts'

const mirroring = '/rest/mirroring/latest'
const placesOf = (name: string) => [
  `${mirroring}/mirrorServers/${name}`,
  `${mirroring}/repos/${name}`,
  `${mirroring}/repos/${name}/mirrors`,
  `${mirroring}/projects/${name}`,
  `${mirroring}/requests/${name}`,
  `/rest/api/latest/repos?name=${name}`,
]

const statuses = {
  'answers-500': 500,
  'answers-503': 503,
  'answers-429': 429,
  'answers-html': 200,
  'login-redirect': 302,
  'not-permitted': 401,
  'no-licence': 409,
  'broken-body': 200,
  'wrong-shape': 200,
  'answers-other': 200,
  'slow-3s': 200,
  'slow-15s': 200,
} as const satisfies Record<Exclude<keyof typeof SENTINELS, 'never-answers'>, number>

describe('a sentinel', () => {
  it.for(Object.entries(statuses))('%s answers %i for every id and name', async ([name, status]) => {
    const { admin } = inMemory()
    for (const place of placesOf(name)) expect([place, (await admin(place)).status]).toEqual([place, status])
  })

  it('never-answers waits until the caller gives up', async () => {
    const { admin } = inMemory()
    const giveUp = new AbortController()
    const answer = admin(`${mirroring}/repos/never-answers`, { signal: giveUp.signal })
    giveUp.abort()
    await expect(answer).rejects.toThrow('given up')
  })

  it('that breaks its body starts like JSON and then fails', async () => {
    const { admin } = inMemory()
    const response = await admin(`${mirroring}/repos/broken-body`)
    await expect(response.text()).rejects.toThrow('The connection broke')
  })

  it('that is slow answers properly in the end', async () => {
    const { admin, now } = inMemory()
    const repository = await ask(admin, 'getRepository', { parameters: { repoId: 'slow-15s' } })
    expect(repository).toMatchObject({ id: 'slow-15s', name: 'ledger' })
    expect(now()).toBe(START + 15_000)
  })

  it('that answers about something else names the id of that', async () => {
    const { admin } = inMemory()
    const repository = await ask(admin, 'getRepository', { parameters: { repoId: 'answers-other' } })
    expect(repository).toMatchObject({ id: '11', name: 'ledger' })
  })

  it('says when to try again', async () => {
    const { admin } = inMemory()
    expect((await admin(`${mirroring}/repos/answers-429`)).headers.get('retry-after')).toBe('30')
  })

  it('is for callers who may ask at all', async () => {
    const { anonymous, jcitizen } = inMemory()
    expect((await anonymous(`${mirroring}/repos/answers-500`)).status).toBe(401)
    expect((await jcitizen(`${mirroring}/requests/answers-500`)).status).toBe(401)
  })
})

const request = (mirroringRequestId: string) => ({ parameters: { mirroringRequestId } })

const broken = async () => {
  const world = inMemory({ seed: 'broken' })
  const page = await ask(world.admin, 'listRequests', { query: { state: 'PENDING' } })
  const idOf = (mirrorId: string) => page.values.find((row) => row.mirrorId === mirrorId)?.id ?? ''
  const stateOf = async (mirrorId: string) =>
    (await ask(world.admin, 'getRequest', request(idOf(mirrorId)))).state
  return {
    ...world,
    accept: (mirrorId: string) => send(world.admin, 'acceptRequest', request(idOf(mirrorId))),
    stateOf,
  }
}

describe('a decision that fails', () => {
  it('is done although its answer is lost', async () => {
    const { accept, stateOf } = await broken()
    await expect((await accept('answer-lost')).json()).rejects.toThrow('The connection broke')
    expect(await stateOf('answer-lost')).toBe('ACCEPTED')
    expect((await accept('answer-lost')).status).toBe(409)
  })

  it('takes 3 s', async () => {
    const { accept, now } = await broken()
    expect((await accept('decides-slowly')).status).toBe(200)
    expect(now()).toBe(START + 3_000)
  })

  it('is refused until the time to wait has passed', async () => {
    const { accept, stateOf, pass } = await broken()
    const refused = await accept('decides-429')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5'])
    expect(await stateOf('decides-429')).toBe('PENDING')
    pass(4_000)
    expect((await accept('decides-429')).headers.get('retry-after')).toBe('1')
    pass(1_000)
    expect((await accept('decides-429')).status).toBe(200)
  })

  it('was made by another user a moment before', async () => {
    const { accept, stateOf } = await broken()
    expect((await accept('raced')).status).toBe(409)
    expect(await stateOf('raced')).toBe('ACCEPTED')
  })

  it('fails and changes nothing', async () => {
    const { accept, stateOf } = await broken()
    expect((await accept('decides-500')).status).toBe(500)
    expect(await stateOf('decides-500')).toBe('PENDING')
  })

  it('is a removal that is done although its answer is lost', async () => {
    const { admin } = await broken()
    const lost = { parameters: { mirrorId: 'removal-lost' } }
    await expect((await send(admin, 'removeMirror', lost)).text()).rejects.toThrow('The connection broke')
    expect((await send(admin, 'getMirror', lost)).status).toBe(404)
  })
})
