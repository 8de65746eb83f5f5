import { describe, expect, it } from 'vitest'
import { STORE_DATABASES } from '#gateway/testing/store-databases.ts'
import { userDecision } from '#gateway/testing/user-decision.ts'
import { type DecisionStore, isCursor } from './decision-store.ts'
import { createWatchStore } from './watch-store.ts'

const T = 1_800_000_000_000

/** The ids of all entries, read by pages of this many, and the sizes of the pages. */
const readAll = async (decisions: DecisionStore, limit: number) => {
  const ids: string[] = []
  const sizes: number[] = []
  let before: string | null = null
  for (;;) {
    const { entries, hasMore } = await decisions.read(before, limit)
    ids.push(...entries.map(({ requestId }) => requestId))
    sizes.push(entries.length)
    before = entries.at(-1)?.cursor ?? null
    if (!hasMore) return { ids, sizes }
    expect(isCursor(before ?? '')).toBe(true)
  }
}

describe.each(STORE_DATABASES)('the writes of users in $name', ({ isMissing, use }) => {
  describe.skipIf(isMissing)('are told', () => {
    const newDatabase = use()
    const openNew = async (): Promise<DecisionStore> => {
      const open = await newDatabase()
      return createWatchStore(await open()).decisions
    }

    it('as they were made, whatever is in a name', async () => {
      const decisions = await openNew()
      const ids = { mirrorId: "B1'--", upstreamRepoId: '"12"\n$1 ?1' }
      await decisions.add(userDecision(T, 'r-1', { user: "Łukasz O'Neil 🦊 $1", ids }))
      await decisions.add(
        userDecision(T + 1, 'r-2', { userNamedBy: 'user', ids: {}, outcome: 'no-answer', status: null }),
      )
      const { entries, hasMore } = await decisions.read(null, 10)
      expect(hasMore).toBe(false)
      expect(entries).toEqual([
        {
          cursor: `${T + 1}.r-2`,
          at: T + 1,
          requestId: 'r-2',
          user: 'Ada Müller',
          isNamed: false,
          operation: 'acceptRequest',
          ids: {},
          outcome: 'no-answer',
          status: null,
        },
        {
          cursor: `${T}.r-1`,
          at: T,
          requestId: 'r-1',
          user: "Łukasz O'Neil 🦊 $1",
          isNamed: true,
          operation: 'acceptRequest',
          ids,
          outcome: 'answered',
          status: 200,
        },
      ])
    })

    it('page by page, the newest first, each once, also where two have the same time', async () => {
      const decisions = await openNew()
      const made = [
        [0, 'e'],
        [1, 'Z'],
        [1, 'a'],
        [1, 'b-1'],
        [1, 'b_2'],
        [2, '9'],
      ] as const
      for (const [after, requestId] of made) await decisions.add(userDecision(T + after, requestId))
      const whole = await readAll(decisions, 6)
      expect(whole.sizes).toEqual([6])
      expect([whole.ids[0], whole.ids[5]]).toEqual(['9', 'e'])
      expect(whole.ids.toSorted()).toEqual(['9', 'Z', 'a', 'b-1', 'b_2', 'e'])
      for (const [limit, sizes] of [
        [1, [1, 1, 1, 1, 1, 1]],
        [2, [2, 2, 2]],
        [4, [4, 2]],
      ] as const) {
        expect(await readAll(decisions, limit)).toEqual({ ids: whole.ids, sizes })
      }
    })

    it('without those that came while it was read on', async () => {
      const decisions = await openNew()
      for (const after of [1, 2, 3]) await decisions.add(userDecision(T + after, `r-${after}`))
      const { entries } = await decisions.read(null, 2)
      await decisions.add(userDecision(T + 4, 'r-4'))
      const rest = await decisions.read(entries.at(-1)?.cursor ?? '', 2)
      expect(rest.entries.map(({ requestId }) => requestId)).toEqual(['r-1'])
    })

    it('once, when one is added twice', async () => {
      const decisions = await openNew()
      await decisions.add(userDecision(T, 'r-1'))
      await decisions.add(userDecision(T, 'r-1', { status: 500 }))
      expect((await decisions.read(null, 5)).entries.map(({ status }) => status)).toEqual([200])
    })

    it('with the time of the oldest, and none before the first', async () => {
      const decisions = await openNew()
      expect(await decisions.keptSince()).toBeNull()
      expect(await decisions.read(null, 5)).toEqual({ entries: [], hasMore: false })
      for (const after of [5, 3]) await decisions.add(userDecision(T + after, 'r'))
      expect(await decisions.keptSince()).toBe(T + 3)
    })
  })
})

describe('a cursor', () => {
  it.each(['1.a', `${T}.4f9c-1:2_x.y`])('can be %s', (text) => expect(isCursor(text)).toBe(true))
  it.each(['', 'a', '1', '1.', '.a', '-1.a', '1.a b', `1.${'a'.repeat(129)}`, '1234567890123456.a'])(
    'is never %j',
    (text) => expect(isCursor(text)).toBe(false),
  )
})
