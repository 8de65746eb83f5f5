import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { operations } from '#contract/operations.ts'
import { expectAnswer, expectRefusal, send } from './contract-client.ts'
import type { Profile } from '#upstream/profile.ts'
import type { ContractTarget } from './contract-target.ts'
import { describeContractWrites } from './contract-suite-writes.ts'

const MISSING = '999999999'

const anyId = v.object({ values: v.array(v.object({ id: v.string() })) })
const anyRepository = v.object({
  values: v.array(v.object({ id: v.string(), project: v.object({ id: v.string() }) })),
})

/** The first mirror, repository, project and request of the target; `skip` where there is none. */
const firstOf = async (
  target: ContractTarget,
  list: 'listMirrors' | 'listRequests',
): Promise<string | undefined> => v.parse(anyId, await expectAnswer(target, list, {})).values[0]?.id

const firstRepository = async (target: ContractTarget) =>
  v.parse(anyRepository, await expectAnswer(target, 'searchRepositories', {})).values[0]

/** What became of the settings panel and the token of a mirror, by version. */
const describePanel: Readonly<Record<Profile, (target: ContractTarget) => void>> = {
  '8.16': (target) => {
    it('shows the settings panel and the token of a mirror', async ({ skip }) => {
      expect.hasAssertions()
      const mirrorId = await firstOf(target, 'listMirrors')
      if (mirrorId === undefined) {
        skip('no mirror')
        return
      }
      await expectAnswer(target, 'getMirrorPanel', { parameters: { mirrorId } })
      await expectAnswer(target, 'getMirrorToken', { parameters: { mirrorId } })
    })
  },
  '9.4': (target) => {
    it('has no settings panel and no token any more', async () => {
      for (const name of ['getMirrorPanel', 'getMirrorToken'] as const) {
        expect((await send(target.fetch, name, { parameters: { mirrorId: 'any' } })).status).toBe(404)
      }
    })
  },
}

const describeReads = (target: ContractTarget): void => {
  it('gives its version to all callers', async () => {
    expect.hasAssertions()
    await expectAnswer(target, 'getApplicationProperties', {}, target.fetchAnonymously)
  })

  it('lists mirrors and shows each', async ({ skip }) => {
    const mirrorId = await firstOf(target, 'listMirrors')
    if (mirrorId === undefined) {
      skip('no mirror')
      return
    }
    expect(await expectAnswer(target, 'getMirror', { parameters: { mirrorId } })).toMatchObject({
      id: mirrorId,
    })
  })

  it('lists requests by state and shows each', async ({ skip }) => {
    for (const state of ['PENDING', 'ACCEPTED', 'REJECTED']) {
      const page = await expectAnswer(target, 'listRequests', { query: { state } })
      const rows = v.parse(v.object({ values: v.array(v.object({ state: v.string() })) }), page).values
      expect(rows.filter((row) => row.state !== state)).toEqual([])
    }
    const mirroringRequestId = await firstOf(target, 'listRequests')
    if (mirroringRequestId === undefined) {
      skip('no request')
      return
    }
    await expectAnswer(target, 'getRequest', { parameters: { mirroringRequestId } })
  })

  it('shows repositories, their project and its repositories', async ({ skip }) => {
    expect.hasAssertions()
    await expectAnswer(target, 'listRepositories', { query: { includeDefaultBranch: true } })
    const repository = await firstRepository(target)
    if (!repository) {
      skip('no repository')
      return
    }
    const parameters = { repoId: repository.id }
    const projectId = repository.project.id
    await expectAnswer(target, 'getRepository', { parameters, query: { includeDefaultBranch: true } })
    await expectAnswer(target, 'listRepositoryMirrors', { parameters })
    await expectAnswer(target, 'getProject', { parameters: { projectId } })
    await expectAnswer(target, 'listProjectRepositories', { parameters: { projectId } })
  })

  it('lists projects, each as it shows it by itself', async ({ skip }) => {
    const [project] = v.parse(anyId, await expectAnswer(target, 'listProjects', {})).values
    if (project === undefined) {
      skip('no project')
      return
    }
    const parameters = { projectId: project.id }
    expect(await expectAnswer(target, 'getProject', { parameters })).toMatchObject(project)
  })

  it('gives its time', async () => {
    expect.hasAssertions()
    await expectAnswer(target, 'getAnalyticsSettings', {})
  })

  it('answers a page of one row and says where the next starts', async ({ skip }) => {
    const page = v.parse(
      v.object({
        values: v.array(v.unknown()),
        isLastPage: v.boolean(),
        nextPageStart: v.nullable(v.number()),
      }),
      await expectAnswer(target, 'searchRepositories', { query: { limit: 1 } }),
    )
    if (page.isLastPage) {
      skip('fewer than two repositories')
      return
    }
    expect(page.values).toHaveLength(1)
    expect(page.nextPageStart).toBeGreaterThanOrEqual(1)
  })

  it('knows `1.0` as another name of `latest`', async () => {
    const response = await target.fetch('/rest/mirroring/1.0/mirrorServers', { redirect: 'manual' })
    expect(response.status).toBe(200)
  })

  it('says 200 with the preferred mirror, or 404 where none is set', async () => {
    const response = await send(target.fetch, 'getPreferredMirror', {})
    expect([200, 404]).toContain(response.status)
  })

  describePanel[target.profile](target)
}

const describeRefusals = (target: ContractTarget): void => {
  it('answers 404 for a mirror, a repository and a project that do not exist', async () => {
    expect.hasAssertions()
    await expectRefusal(target.fetch, 404, 'getMirror', { parameters: { mirrorId: MISSING } })
    await expectRefusal(target.fetch, 404, 'getRepository', { parameters: { repoId: MISSING } })
    await expectRefusal(target.fetch, 404, 'getProject', { parameters: { projectId: MISSING } })
  })

  it('answers 409 for a request that does not exist', async () => {
    expect.hasAssertions()
    await expectRefusal(target.fetch, 409, 'getRequest', { parameters: { mirroringRequestId: MISSING } })
  })

  it('answers 401 without a name to an anonymous caller', async () => {
    for (const name of ['listMirrors', 'listRequests', 'listRepositories'] as const) {
      const response = await expectRefusal(target.fetchAnonymously, 401, name, {})
      expect(response.headers.has('x-ausername')).toBe(false)
    }
  })

  it('names the caller, also in a refusal', async () => {
    expect((await send(target.fetch, 'listMirrors', {})).headers.get('x-ausername')).toBeTruthy()
    if (!target.fetchAsUser) return
    const refused = await expectRefusal(target.fetchAsUser, 401, 'listRequests', {})
    expect(refused.headers.get('x-ausername')).toBeTruthy()
  })

  it('answers 401 to credentials that are wrong', async () => {
    const response = await target.fetchAnonymously(operations.listMirrors.path, {
      headers: { authorization: 'Bearer not-a-token' },
    })
    expect(response.status).toBe(401)
    expect(response.headers.has('x-ausername')).toBe(false)
  })
}

/**
 * Runs every operation, successful and refused, against a server of the contract. Operations that change
 * something run only where the target allows it, and clean up after themselves.
 */
export const describeContract = (target: ContractTarget): void => {
  describe(`contract: ${target.name}`, () => {
    describeReads(target)
    describeRefusals(target)
    if (target.mayWrite) describeContractWrites(target)
  })
}
