import { expect, it } from 'vitest'
import { missingConsent } from './bulk-consent.ts'
import { bulkLimits } from './bulk-limits.ts'

const TICK = 'Tick the box above to accept.'

it('no decision goes further by one click than a person can look over', () => {
  expect(bulkLimits).toEqual({
    accept: { most: 100, typedAbove: 25 },
    reject: { most: null, typedAbove: 100 },
    delete: { most: null, typedAbove: 25 },
  })
})

it.each([
  ['accept', 1, false, '', TICK],
  ['accept', 1, true, '', null],
  ['accept', 25, true, '', null],
  ['accept', 26, true, '', 'Type the number above to accept.'],
  ['accept', 26, true, '25', 'Type the number above to accept.'],
  ['accept', 26, false, '26', TICK],
  ['accept', 26, true, '26', null],
  ['accept', 100, true, '100', null],
  ['reject', 10, false, '', null],
  ['reject', 100, false, '', null],
  ['reject', 101, false, '', 'Type the number above to reject.'],
  ['reject', 6588, false, '6,588', null],
  ['delete', 25, false, '', null],
  ['delete', 26, false, '', 'Type the number above to delete.'],
  ['delete', 6588, false, '6588', null],
] as const)('to %s %d, ticked %j and typed %j: %j', (decision, count, isExpected, typed, missing) =>
  expect(missingConsent({ isExpected, typed }, count, decision)).toBe(missing),
)
