import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { ask } from './testing/ask.ts'
import { inMemory } from './testing/in-memory.ts'

const found = async (query: Record<string, string>, seed: 'calm' | 'crowded' | 'hostile' = 'calm') => {
  const { admin } = inMemory({ seed })
  const { values } = await ask(admin, 'searchRepositories', { query: { limit: 1000, ...query } })
  return values.map(({ name }) => name)
}

describe('the search for repositories', () => {
  it.each([
    ['a part of the name', { name: 'card' }, ['card-gateway']],
    ['a name in any case, without blanks around it', { name: '  LEDGER ' }, ['ledger']],
    ['a name as it is written', { name: 'design tokens' }, ['Design tokens']],
    ['nothing by a slug that is not the name', { name: 'design-tokens' }, []],
    ['nothing by a project and a slug', { name: 'PAY/ledger' }, []],
    ['nothing by a part of a key', { projectkey: 'PA', archived: 'ALL' }, []],
    ['what is archived only when that is asked for', { name: 'invoice' }, []],
    ['what is archived by "ALL"', { name: 'invoice', archived: 'all' }, ['invoice-pdf']],
    ['only what is archived by "ARCHIVED"', { archived: 'ARCHIVED' }, ['invoice-pdf']],
  ])('finds %s', async (_what, query, names) => expect(await found(query)).toEqual(names))

  it('finds the repositories of a project by its whole key in any case', async () => {
    expect(await found({ projectkey: 'pay', archived: 'ALL' })).toHaveLength(6)
    expect(await found({ projectkey: 'pay' })).toHaveLength(5)
    expect(await found({ projectkey: '~user51' }, 'crowded')).toHaveLength(50)
  })

  it('finds every seventh of a crowd only by the name that its slug was made of', async () => {
    expect(await found({ name: 'delta schema 4' }, 'crowded')).toContain('Delta schema 4')
    expect(await found({ name: 'delta-schema-4' }, 'crowded')).not.toContain('Delta schema 4')
  })
})

const links = v.object({
  self: v.array(v.object({ href: v.string() })),
  clone: v.array(v.object({ href: v.string() })),
})
const rawPage = v.object({ values: v.array(v.object({ links })) })

describe('a personal repository', () => {
  it('is browsed below its owner, and cloned by the key of its project', async () => {
    const { admin } = inMemory({ seed: 'crowded' })
    const response = await admin('/rest/api/latest/repos?projectkey=~USER51&limit=1')
    const [repository] = v.parse(rawPage, await response.json()).values
    expect(new URL(repository?.links.self[0]?.href ?? '').pathname).toBe(
      '/users/user51/repos/atlas-schema-2501/browse',
    )
    expect(new URL(repository?.links.clone[0]?.href ?? '').pathname).toBe(
      '/scm/~user51/atlas-schema-2501.git',
    )
  })
})
