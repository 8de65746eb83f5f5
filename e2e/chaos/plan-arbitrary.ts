import { type Arbitrary, constant, constantFrom, integer, nat, oneof, record } from 'fast-check'
import { type Act, PAGES } from './act.ts'
import { WIRE_FAULTS } from './wire-faults.ts'

const nth = nat({ max: 5 })
const tab = nat({ max: 1 })
const spot = { browser: constantFrom(0, 0, 1, 1, 2), tab }
/** Where an administrator sits at first: others can decide nothing. */
const first = { browser: constantFrom(0, 0, 0, 0, 1), tab }
const page = constantFrom(...PAGES)
const press = constantFrom('once', 'once', 'twice', 'held')
const number = nat({ max: 99 })

const SEARCHES = [
  'a',
  'sydney',
  'Dublin\u202egnp',
  '<b>x</b>',
  'ledger',
  'answers-500',
  '%00',
  '= 1+1',
  'İ',
  '',
]

/** An act with these fields, and how often it comes beside the others. */
const weighing = <Fields extends object>(
  weight: number,
  fields: { [Key in keyof Fields]: Arbitrary<Fields[Key]> },
) => ({ weight, arbitrary: record(fields) })

/** Acts of every kind. What changes something comes most. */
export const actArbitrary: Arbitrary<Act> = oneof(
  weighing(8, { kind: constant('open'), ...spot, page }),
  weighing(4, {
    kind: constant('open-row'),
    ...spot,
    page: constantFrom('Requests', 'Mirrors', 'Repositories'),
    nth,
  }),
  weighing(3, { kind: constantFrom('refresh', 'reload', 'back', 'close-tab'), ...spot }),
  weighing(2, { kind: constantFrom('sign-out', 'clear-preference'), ...spot }),
  weighing(2, { kind: constant('open-tab'), ...spot, page }),
  weighing(2, { kind: constant('search'), ...spot, text: constantFrom(...SEARCHES) }),
  weighing(8, {
    kind: constant('decide'),
    ...first,
    decision: constantFrom('accept', 'accept', 'reject', 'delete'),
    nth,
    press,
  }),
  weighing(2, { kind: constant('reject-many'), ...first, count: integer({ min: 2, max: 4 }), press }),
  weighing(2, { kind: constant('register'), ...first, number, press }),
  weighing(3, { kind: constant('prefer'), ...spot, nth, press }),
  weighing(3, { kind: constantFrom('remove-mirror', 'correct'), ...first, nth, press }),
  weighing(1, { kind: constant('check-credentials'), ...spot, press }),
  weighing(3, {
    kind: constant('sign-in'),
    ...spot,
    account: constantFrom('admin', 'admin', 'jcitizen', 'guest'),
  }),
  weighing(4, { kind: constant('fault'), fault: constantFrom(...WIRE_FAULTS) }),
  weighing(6, { kind: constant('heal') }),
  weighing(1, { kind: constantFrom('offline', 'end-session'), browser: spot.browser }),
  weighing(2, { kind: constantFrom('restart-console', 'lose-next-answer', 'lose-next-answer') }),
  weighing(1, { kind: constant('compare') }),
  weighing(4, { kind: constant('asks-to-join'), number }),
  weighing(3, {
    kind: constantFrom('accepted-elsewhere', 'rejected-elsewhere', 'removed-elsewhere', 'mirror-dies'),
    nth,
  }),
)

/** Data to begin with: what works, and every way in which a mirror fails. */
export const seedArbitrary = constantFrom('calm', 'calm', 'broken')
