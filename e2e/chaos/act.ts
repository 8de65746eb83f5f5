import * as v from 'valibot'
import { SEED_NAMES } from '#upstream/seed-names.ts'
import { WIRE_FAULTS } from './wire-faults.ts'

/** Pages that the navigation leads to, by the name of their link. */
export const PAGES = [
  'Overview',
  'Repositories',
  'Preferred mirror',
  'Git errors',
  'Requests',
  'Mirrors',
  'Coverage',
  'Activity',
  'Diagnostics',
  'Upstream',
] as const

/** The name of such a link. */
export type PageName = (typeof PAGES)[number]

/** How a button is pressed: once, by a double click, or by a key that is held. */
const press = v.picklist(['once', 'twice', 'held'])

/** One of them. */
export type Press = v.InferOutput<typeof press>

const page = v.picklist(PAGES)
/** Chooses among what there is: a number above that counts on from the first. */
const nth = v.number()
/** Which browser, and which of its tabs; both count on from the first. */
const spot = { browser: nth, tab: nth }

/** What a person does. */
const personAct = v.variant('kind', [
  v.object({ kind: v.literal('open'), ...spot, page }),
  v.object({
    kind: v.literal('open-row'),
    ...spot,
    page: v.picklist(['Requests', 'Mirrors', 'Repositories']),
    nth,
  }),
  v.object({ kind: v.picklist(['refresh', 'reload', 'back', 'close-tab']), ...spot }),
  v.object({ kind: v.picklist(['sign-out', 'clear-preference']), ...spot }),
  v.object({ kind: v.literal('open-tab'), ...spot, page }),
  v.object({ kind: v.literal('search'), ...spot, text: v.string() }),
  v.object({
    kind: v.literal('decide'),
    ...spot,
    decision: v.picklist(['accept', 'reject', 'delete']),
    nth,
    press,
  }),
  v.object({ kind: v.literal('reject-many'), ...spot, count: v.number(), press }),
  v.object({ kind: v.literal('register'), ...spot, number: v.number(), press }),
  v.object({ kind: v.picklist(['prefer', 'remove-mirror', 'correct']), ...spot, nth, press }),
  v.object({ kind: v.literal('check-credentials'), ...spot, press }),
  v.object({ kind: v.literal('sign-in'), ...spot, account: v.picklist(['admin', 'jcitizen', 'guest']) }),
])

/** What happens without a person at the console. `heal` ends every fault, `compare` reads several pages. */
const happening = v.variant('kind', [
  v.object({ kind: v.literal('fault'), fault: v.picklist(WIRE_FAULTS) }),
  v.object({ kind: v.picklist(['offline', 'end-session']), browser: nth }),
  v.object({ kind: v.picklist(['heal', 'restart-console', 'lose-next-answer', 'compare']) }),
  v.object({ kind: v.literal('asks-to-join'), number: v.number() }),
  v.object({
    kind: v.picklist(['accepted-elsewhere', 'rejected-elsewhere', 'removed-elsewhere', 'mirror-dies']),
    nth,
  }),
])

/** An act of a person. */
export type PersonAct = v.InferOutput<typeof personAct>

/** An act of no person at the console. */
export type Happening = v.InferOutput<typeof happening>

/** One step of a run: plain data, so that a run can be kept and replayed. */
export const act = v.variant('kind', [personAct, happening])

/** One step. */
export type Act = v.InferOutput<typeof act>

/** A whole run: the data to begin with, and every step. */
export const plan = v.object({ seed: v.picklist(SEED_NAMES), acts: v.array(act) })

/** A whole run. */
export type Plan = v.InferOutput<typeof plan>
