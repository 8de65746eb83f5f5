import { describe, expect, it } from 'vitest'
import { ask } from './testing/ask.ts'
import { inMemory } from './testing/in-memory.ts'
import type { ListBehaviour } from './list-names.ts'

const crowded = (lists: ListBehaviour) => inMemory({ seed: 'crowded', lists })

const pageAt = (world: ReturnType<typeof crowded>, start: number, limit = 10) =>
  ask(world.admin, 'listRequests', { query: { state: 'PENDING', start, limit } })

const idsAt = async (world: ReturnType<typeof crowded>, start: number) =>
  (await pageAt(world, start)).values.map(({ id }) => id)

describe('lists', () => {
  it('that are capped have at most seven rows a page, whatever was asked for', async () => {
    const page = await pageAt(crowded('capped'), 0, 1000)
    expect(page).toMatchObject({ limit: 7, values: { length: 7 }, isLastPage: false, nextPageStart: 7 })
  })

  it('with gaps have every row once, and pages that start further on', async () => {
    const world = crowded('gaps')
    const [first, second] = [await pageAt(world, 0), await pageAt(world, 16)]
    expect(first).toMatchObject({ values: { length: 10 }, nextPageStart: 16 })
    const plain = await pageAt(crowded('plain'), 0, 20)
    expect([...first.values, ...second.values]).toEqual(plain.values)
  })

  it('that are limited refuse a page in the middle until the time that they name has passed', async () => {
    const world = crowded('limited')
    for (const start of [0, 10, 20, 30]) await pageAt(world, start)
    const path = '/rest/mirroring/latest/requests?start=40&limit=10'
    const refused = await world.admin(path)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2'])
    world.pass(1999)
    expect((await world.admin(path)).status).toBe(429)
    world.pass(1)
    expect((await world.admin(path)).status).toBe(200)
    expect((await pageAt(world, 0)).values).toHaveLength(10)
  })

  it('that change lose a row before a page, and get one before another, four times in a reading', async () => {
    const world = crowded('changing')
    const before = await idsAt(world, 0)
    expect(await idsAt(world, 0)).toEqual(before)
    await pageAt(world, 10)
    expect(await idsAt(world, 0)).toEqual(expect.arrayContaining(before.slice(1)))
    for (const start of [10, 20, 30]) await pageAt(world, start)
    expect((await idsAt(world, 0))[0]).toBe('15101')
    for (const start of [10, 20, 30, 40, 50, 60, 70, 80]) await pageAt(world, start)
    const after = await idsAt(world, 90)
    expect(await idsAt(world, 90)).toEqual(after)
  })
})
