import { sample } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actArbitrary } from './plan-arbitrary.ts'
import { fateOf, WIRE_FAULTS } from './wire-faults.ts'

const actsOf = (seed: number) => sample(actArbitrary, { seed, numRuns: 1000 })

describe('acts by chance', () => {
  it('are the same for the same number, and others for another', () => {
    expect(actsOf(1)).toEqual(actsOf(1))
    expect(actsOf(1)).not.toEqual(actsOf(2))
  })

  it('can be kept as text and replayed', () => {
    expect(JSON.parse(JSON.stringify(actsOf(3)))).toEqual(actsOf(3))
  })

  it('are of every kind, and make every fault', () => {
    const acts = actsOf(4)
    expect([...new Set(acts.map(({ kind }) => kind))].toSorted()).toMatchInlineSnapshot(`
      [
        "accepted-elsewhere",
        "asks-to-join",
        "back",
        "check-credentials",
        "clear-preference",
        "close-tab",
        "compare",
        "correct",
        "decide",
        "end-session",
        "fault",
        "heal",
        "lose-next-answer",
        "mirror-dies",
        "offline",
        "open",
        "open-row",
        "open-tab",
        "prefer",
        "refresh",
        "register",
        "reject-many",
        "rejected-elsewhere",
        "reload",
        "remove-mirror",
        "removed-elsewhere",
        "restart-console",
        "search",
        "sign-in",
        "sign-out",
      ]
    `)
    const faults = acts.flatMap((act) => (act.kind === 'fault' ? [act.fault] : []))
    expect(new Set(faults)).toEqual(new Set(WIRE_FAULTS))
  })
})

describe('what becomes of a request', () => {
  const passed = { kind: 'passed', delayMs: 0, isAnswerLost: false }
  it.each([
    [null, true, passed],
    ['loses-answers', true, { ...passed, isAnswerLost: true }],
    ['loses-answers', false, passed],
    ['stops-writes', true, { kind: 'sentinel', name: 'answers-500' }],
    ['stops-writes', false, passed],
    ['is-slow', false, { ...passed, delayMs: 3000 }],
    ['refuses', false, { kind: 'refused' }],
    ['broken-body', true, { kind: 'sentinel', name: 'broken-body' }],
  ] as const)('under the fault %s, when it writes (%s)', (fault, isWrite, fate) => {
    expect(fateOf(fault, isWrite)).toEqual(fate)
  })
})
