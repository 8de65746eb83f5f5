import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { operations } from '#contract/operations.ts'
import type { SeedName } from '#upstream/seed-names.ts'
import { ask } from '#upstream/testing/ask.ts'
import { askMirror } from '#upstream/testing/ask-mirror.ts'
import { inMemory } from '#upstream/testing/in-memory.ts'
import { crowdedCatalogue } from './crowded-catalogue.ts'

const everything = { query: { limit: 1000 } }

/** How many rows of each list cannot be read. */
const unreadableIn = async (seed: SeedName, profile: '8.16' | '9.4') => {
  const { admin } = inMemory({ seed, profile })
  return [
    (await ask(admin, 'listMirrors', everything)).unreadable.length,
    (await ask(admin, 'listRequests', everything)).unreadable.length,
    (await ask(admin, 'listRepositories', everything)).unreadable.length,
  ]
}

const rawPage = v.object({
  values: v.array(v.object({ id: v.number() })),
  nextPageStart: v.optional(v.number()),
})

/** Counts the ids of all pages. */
const countIds = async (path: string) => {
  const { admin } = inMemory({ seed: 'crowded' })
  const ids = new Set<number>()
  for (let start: number | undefined = 0; start !== undefined;) {
    const response = await admin(`${path}&limit=1000&start=${start}`)
    const page: v.InferOutput<typeof rawPage> = v.parse(rawPage, await response.json())
    for (const { id } of page.values) ids.add(id)
    start = page.nextPageStart
  }
  return ids.size
}

describe('every row', () => {
  it.for(['calm', 'crowded', 'empty', 'broken'] as const)(
    'of %s can be read, in both profiles',
    async (seed) => {
      expect(await unreadableIn(seed, '8.16')).toEqual([0, 0, 0])
      expect(await unreadableIn(seed, '9.4')).toEqual([0, 0, 0])
    },
  )

  it('of hostile that cannot be read leaves the others readable', async () => {
    expect(await unreadableIn('hostile', '8.16')).toEqual([4, 2, 1])
  })
})

describe('calm', () => {
  it('has four mirrors, three pending requests and thirty repositories', async () => {
    const { admin } = inMemory()
    expect((await ask(admin, 'listMirrors', {})).values).toHaveLength(4)
    expect((await ask(admin, 'listRequests', { query: { state: 'PENDING' } })).values).toHaveLength(3)
    expect((await ask(admin, 'listRepositories', everything)).values).toHaveLength(30)
  })
})

describe('empty', () => {
  it('has nothing', async () => {
    const { admin, jcitizen } = inMemory({ seed: 'empty' })
    for (const name of ['listMirrors', 'listRequests', 'listRepositories'] as const) {
      expect(await ask(admin, name, {})).toMatchObject({ values: [], isLastPage: true })
    }
    expect((await jcitizen('/rest/mirroring/latest/account/settings/preferred-mirror')).status).toBe(404)
  })
})

describe('crowded', () => {
  it('has 100 mirrors, 10,000 pending requests and 100,000 repositories in 2,000 projects', async () => {
    const { admin } = inMemory({ seed: 'crowded' })
    expect((await ask(admin, 'listMirrors', everything)).values).toHaveLength(100)
    expect(await countIds(`${operations.listRequests.path}?state=PENDING`)).toBe(10_000)
    expect(await countIds(`${operations.listRequests.path}?`)).toBe(15_100)
    expect(await countIds(`${operations.listRepositories.path}?`)).toBe(100_000)
    expect((await ask(admin, 'getProject', { parameters: { projectId: '2000' } })).key).toBe('P2000')
    const last = { parameters: { projectId: '2000' }, ...everything }
    const repositories = (await ask(admin, 'listProjectRepositories', last)).values
    expect([repositories.length, repositories[49]?.id]).toEqual([50, '100000'])
  })

  it('lists all of its projects in two pages, and fewer to those who may not see some', async () => {
    expect(await countIds(`${operations.listProjects.path}?`)).toBe(2_000)
    const { admin, jcitizen } = inMemory({ seed: 'crowded' })
    const page = await ask(admin, 'listProjects', { query: { start: 1000, limit: 5000 } })
    expect([page.values.length, page.isLastPage]).toEqual([1000, true])
    expect(
      (await ask(jcitizen, 'listProjects', { query: { start: 1000, limit: 1000 } })).values,
    ).toHaveLength(950)
  })

  it('makes only the rows that are asked for', () => {
    const { repositories } = crowdedCatalogue()
    expect(repositories.at(41)).not.toBe(repositories.at(41))
    expect(repositories.at(41)).toEqual(repositories.at(41))
    expect(repositories.at(100_000)).toBeUndefined()
  })

  it('finds one name among 100,000', async () => {
    const { jcitizen } = inMemory({ seed: 'crowded' })
    const found = await ask(jcitizen, 'searchRepositories', { query: { name: '-77777' } })
    expect(found.values.map(({ id }) => id)).toEqual(['77777'])
  })

  it('hides the projects for administrators from all other users', async () => {
    const { jcitizen, admin } = inMemory({ seed: 'crowded' })
    const restricted = { query: { projectkey: 'P0020', limit: 100 } }
    expect((await ask(admin, 'searchRepositories', restricted)).values).toHaveLength(50)
    expect((await ask(jcitizen, 'searchRepositories', restricted)).values).toHaveLength(0)
  })
})

describe('lopsided', () => {
  it('has projects without repositories, and one in which nothing can be read', async () => {
    const { admin } = inMemory({ seed: 'lopsided' })
    const { values } = await ask(admin, 'listProjects', everything)
    const pages = await Promise.all(
      values.map(async ({ id, key }) => {
        const parameters = { projectId: id }
        const { values, unreadable } = await ask(admin, 'listProjectRepositories', { parameters })
        return [key, values.length, unreadable.length] as const
      }),
    )
    expect(pages.filter(([, readable, unreadable]) => readable + unreadable === 0)).toHaveLength(2)
    expect(pages.filter(([, , unreadable]) => unreadable > 0)).toEqual([
      ['ODD', 0, 1],
      ['MIX', 1, 1],
    ])
  })

  it('has projects on one mirror alone, and on none', async () => {
    const { admin, small } = inMemory({ seed: 'lopsided' })
    const mirrors = (await ask(admin, 'listMirrors', everything)).values
    const { values } = await ask(admin, 'searchRepositories', everything)
    const firsts = [...Map.groupBy(values, ({ project }) => project?.key ?? '').values()].flatMap((all) =>
      all.slice(0, 1),
    )
    const counts = await Promise.all(
      firsts.map(async ({ id, project }) => {
        const served = await Promise.all(mirrors.map((mirror) => askMirror(small, admin, mirror.id, id)))
        return [project?.key, served.filter(({ available }) => available).length] as const
      }),
    )
    expect(Object.fromEntries(counts)).toEqual({
      HUB: 3,
      DOCS: 2,
      MIX: 2,
      OSLO: 1,
      LIMA: 1,
      LIMB: 1,
      VAULT: 1,
      LOST: 0,
      GONE: 0,
    })
  })
})

describe('hostile', () => {
  it('sends an integer above 2^53 with all its digits', async () => {
    const { admin } = inMemory({ seed: 'hostile' })
    const text = await (await admin('/rest/mirroring/latest/requests?limit=1000')).text()
    expect(text).toContain('"id":9007199254740993,')
    expect((await ask(admin, 'listRequests', everything)).values.map(({ id }) => id)).toContain(
      '9007199254740993',
    )
  })

  it('finds such a request, and a mirror named __proto__, by the id that they are sent with', async () => {
    const { admin } = inMemory({ seed: 'hostile' })
    const large = { parameters: { mirroringRequestId: '9007199254740993' } }
    expect((await ask(admin, 'getRequest', large)).id).toBe('9007199254740993')
    const prototype = { parameters: { mirrorId: '__proto__' } }
    expect((await ask(admin, 'getMirror', prototype)).id).toBe('__proto__')
  })

  it('sends a field named __proto__, and pollutes nothing', async () => {
    const { admin } = inMemory({ seed: 'hostile' })
    const text = await (await admin('/rest/mirroring/latest/mirrorServers?limit=1000')).text()
    expect(text).toContain('"__proto__":{"polluted":true}')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('leaves gaps between pages', async () => {
    const { admin } = inMemory({ seed: 'hostile' })
    const page = await ask(admin, 'listRepositories', { query: { limit: 1 } })
    expect([page.values.length, page.nextPageStart]).toEqual([1, 2])
  })
})
