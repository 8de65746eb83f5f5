import * as v from 'valibot'
import { expect, it } from 'vitest'
import { operations } from '#contract/operations.ts'
import { expectAnswer, expectRefusal, send } from './contract-client.ts'
import type { ContractTarget } from './contract-target.ts'

const MISSING = '999999999'
const identified = v.object({ id: v.string() })

const newMirror = () => {
  const mirrorId = crypto.randomUUID()
  return {
    mirrorId,
    mirrorName: `Contract ${mirrorId.slice(0, 8)}`,
    mirrorBaseUrl: `https://${mirrorId}.mirrors.example.com`,
    mirrorType: 'SINGLE' as const,
    productVersion: '8.16.2',
  }
}

const askToJoin = async (target: ContractTarget, body = newMirror()) =>
  ({
    mirroringRequestId: v.parse(identified, await expectAnswer(target, 'createRequest', { body })).id,
  }) as const

/** The part of the contract that changes something. */
export const describeContractWrites = (target: ContractTarget): void => {
  it('lets a mirror join, be preferred, be rewritten and leave', async () => {
    const body = newMirror()
    const { mirrorId } = body
    const parameters = await askToJoin(target, body)
    expect(await expectAnswer(target, 'acceptRequest', { parameters })).toMatchObject({ id: mirrorId })
    expect(await expectAnswer(target, 'getRequest', { parameters })).toMatchObject({ state: 'ACCEPTED' })
    await expectRefusal(target.fetch, 409, 'acceptRequest', { parameters })

    await expectAnswer(target, 'setPreferredMirror', { body: mirrorId })
    expect(await expectAnswer(target, 'getPreferredMirror', {})).toMatchObject({ id: mirrorId })
    await expectAnswer(target, 'clearPreferredMirror', {})
    await expectRefusal(target.fetch, 404, 'getPreferredMirror', {})

    const record = { baseUrl: 'https://moved.example.com', productVersion: '8.16.3' }
    expect(
      await expectAnswer(target, 'updateMirror', { parameters: { mirrorId }, body: record }),
    ).toMatchObject(record)

    await expectAnswer(target, 'removeMirror', { parameters: { mirrorId } })
    await expectRefusal(target.fetch, 404, 'getMirror', { parameters: { mirrorId } })
    await expectAnswer(target, 'deleteRequest', { parameters })
    await expectRefusal(target.fetch, 409, 'getRequest', { parameters })
  })

  it('lets a request be rejected, once', async () => {
    const parameters = await askToJoin(target)
    await expectAnswer(target, 'rejectRequest', { parameters })
    expect(await expectAnswer(target, 'getRequest', { parameters })).toMatchObject({ state: 'REJECTED' })
    await expectRefusal(target.fetch, 409, 'rejectRequest', { parameters })
    await expectAnswer(target, 'deleteRequest', { parameters })
  })

  it('takes an event about a repository', async ({ skip }) => {
    expect.hasAssertions()
    const repositories = v.parse(
      v.object({ values: v.array(identified) }),
      await expectAnswer(target, 'searchRepositories', {}),
    ).values
    const mirrors = v.parse(
      v.object({ values: v.array(identified) }),
      await expectAnswer(target, 'listMirrors', {}),
    ).values
    const [repository] = repositories
    const [mirror] = mirrors
    if (!repository || !mirror) {
      skip('no repository or no mirror')
      return
    }
    const parameters = { mirrorId: mirror.id }
    const event = { type: 'SYNCHRONIZED', upstreamRepoId: repository.id } as const
    await expectAnswer(target, 'publishEvent', { parameters, body: event })
    await expectRefusal(target.fetch, 404, 'publishEvent', {
      parameters,
      body: { ...event, upstreamRepoId: MISSING },
    })
  })

  it('answers 409 to decisions about a request that does not exist', async () => {
    expect.hasAssertions()
    const parameters = { mirroringRequestId: MISSING }
    await expectRefusal(target.fetch, 409, 'acceptRequest', { parameters })
    await expectRefusal(target.fetch, 409, 'rejectRequest', { parameters })
    await expectRefusal(target.fetch, 409, 'deleteRequest', { parameters })
  })

  it('answers 409 to a request that is invalid', async () => {
    expect.hasAssertions()
    await expectRefusal(target.fetch, 409, 'createRequest', { body: { ...newMirror(), mirrorName: '' } })
  })

  it('answers 404 when a mirror that does not exist is preferred', async () => {
    expect.hasAssertions()
    await expectRefusal(target.fetch, 404, 'setPreferredMirror', { body: MISSING })
  })

  it('answers 400 to credentials that are incomplete and 401 to those that are wrong', async () => {
    const { method, path } = operations.authenticate
    const incomplete = await target.fetch(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ credentials: { username: 'jcitizen' } }),
    })
    expect(incomplete.status).toBe(400)
    const wrong = { username: 'unknown', password: 'nothing' }
    await expectRefusal(target.fetch, 401, 'authenticate', { body: { credentials: wrong } })
  })

  it('refuses a body-less write without the header against forgery', async () => {
    const response = await target.fetch(operations.clearPreferredMirror.path, { method: 'DELETE' })
    expect(response.status).toBe(403)
  })

  it('refuses writes of a user who administers nothing', async ({ skip }) => {
    const { fetchAsUser } = target
    if (!fetchAsUser) {
      skip('no such account')
      return
    }
    const parameters = await askToJoin(target)
    const mirror = { parameters: { mirrorId: MISSING } }
    const refused = [
      await send(fetchAsUser, 'acceptRequest', { parameters }),
      await send(fetchAsUser, 'rejectRequest', { parameters }),
      await send(fetchAsUser, 'deleteRequest', { parameters }),
      await send(fetchAsUser, 'removeMirror', mirror),
      await send(fetchAsUser, 'updateMirror', { ...mirror, body: {} }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
    await expectAnswer(target, 'deleteRequest', { parameters })
  })
}
