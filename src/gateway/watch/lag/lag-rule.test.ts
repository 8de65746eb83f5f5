import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterPush, afterSync, type EndedPush, type OpenPush } from './lag-rule.ts'

type Event =
  | { readonly kind: 'push'; readonly at: number }
  | { readonly kind: 'sync'; readonly mirrorId: string; readonly at: number }

const push = (at: number): Event => ({ kind: 'push', at })
const sync = (mirrorId: string, at: number): Event => ({ kind: 'sync', mirrorId, at })

/** Everything that is known after events, in the order in which they come. */
const told = (events: readonly Event[], mirrorIds: readonly string[]) => {
  const pushes: number[] = []
  const syncs = new Map<string, number>()
  const ended: EndedPush[] = []
  let open: readonly OpenPush[] = []
  for (const event of events) {
    const { at } = event
    if (event.kind === 'push') {
      const change = afterPush({ pushes, syncs, open }, at, mirrorIds)
      pushes.push(at)
      open = open.concat(change.opened)
      ended.push(...change.ended)
    } else {
      const { mirrorId } = event
      ended.push(...afterSync({ pushes, syncs, open }, mirrorId, at).ended)
      syncs.set(mirrorId, Math.max(at, syncs.get(mirrorId) ?? at))
      open = open.filter((one) => one.mirrorId !== mirrorId || one.at > at)
    }
  }
  return { open, ended }
}

describe('a push', () => {
  it.each<[string, readonly Event[], readonly (readonly [string, number])[], readonly OpenPush[]]>([
    [
      'waits for each mirror',
      [push(10)],
      [],
      [
        { mirrorId: 'a', at: 10 },
        { mirrorId: 'b', at: 10 },
      ],
    ],
    ['ends for the mirror that has it', [push(10), sync('a', 13)], [['a', 3]], [{ mirrorId: 'b', at: 10 }]],
    [
      'ends with all before it',
      [push(10), push(11), push(20), sync('a', 15), sync('b', 25)],
      [
        ['a', 5],
        ['a', 4],
        ['b', 15],
        ['b', 14],
        ['b', 5],
      ],
      [{ mirrorId: 'a', at: 20 }],
    ],
    [
      'has ended when it is told after its end',
      [sync('a', 13), sync('b', 12), push(10)],
      [
        ['a', 3],
        ['b', 2],
      ],
      [],
    ],
    [
      'counts once, however often it is told',
      [push(10), push(10), sync('a', 13), push(10), sync('a', 13), sync('a', 14), sync('b', 10)],
      [
        ['a', 3],
        ['b', 0],
      ],
      [],
    ],
    [
      'is not ended by what came before it',
      [push(10), sync('a', 9), sync('b', 9)],
      [],
      [
        { mirrorId: 'a', at: 10 },
        { mirrorId: 'b', at: 10 },
      ],
    ],
    ['that never was is not counted', [sync('a', 9), sync('b', 12)], [], []],
  ])('%s', (_what, events, ended, open) => {
    const found = told(events, ['a', 'b'])
    expect(found.ended.map(({ mirrorId, ms }) => [mirrorId, ms])).toEqual(ended)
    expect(found.open).toEqual(open)
  })

  it('waits for no mirror that is not known to copy its project', () => {
    expect(told([push(10)], [])).toEqual({ open: [], ended: [] })
  })

  it('is counted once for each mirror, in whatever order, however often and with whatever clocks it is told', () => {
    const time = fc.integer({ min: 0, max: 50 })
    const event = fc.oneof(
      time.map(push),
      fc.tuple(fc.constantFrom('a', 'b'), time).map(([mirrorId, at]) => sync(mirrorId, at)),
    )
    fc.assert(
      fc.property(
        fc
          .array(event, { maxLength: 40 })
          .chain((events) =>
            fc.tuple(
              fc.constant(events),
              fc.shuffledSubarray([...events, ...events], { minLength: 0, maxLength: events.length * 2 }),
            ),
          ),
        ([, events]) => {
          const { open, ended } = told(events, ['a', 'b'])
          const pushes = new Set(events.flatMap(({ kind, at }) => (kind === 'push' ? [at] : [])))
          for (const mirrorId of ['a', 'b']) {
            const syncs = events.flatMap((one) =>
              one.kind === 'sync' && one.mirrorId === mirrorId ? [one.at] : [],
            )
            const last = Math.max(Number.NEGATIVE_INFINITY, ...syncs)
            const own = open.filter((one) => one.mirrorId === mirrorId).map(({ at }) => at)
            expect(own.toSorted((one, other) => one - other)).toEqual(
              [...pushes].filter((at) => at > last).toSorted((one, other) => one - other),
            )
            expect(ended.filter((one) => one.mirrorId === mirrorId)).toHaveLength(pushes.size - own.length)
          }
          for (const { ms, at } of ended) {
            expect(ms).toBeGreaterThanOrEqual(0)
            expect(pushes.has(at - ms)).toBe(true)
          }
        },
      ),
    )
  })
})
