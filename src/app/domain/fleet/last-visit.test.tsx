import { afterEach, expect, it } from 'vitest'
import type { Listing } from '#app/api/presence.ts'
import type { FleetSnapshot } from './fleet-snapshot.ts'
import { lastVisit } from './last-visit.ts'

afterEach(() => localStorage.clear())

const listing = <Row,>(rows: readonly Row[], unreadable: readonly (string | null)[] = []): Listing<Row> => ({
  rows,
  unreadable: unreadable.map((id) => ({ id })),
  fault: null,
  hasMore: false,
})
const snapshot: FleetSnapshot = {
  mirrors: listing([{ id: 'a', name: 'A', verdict: 'not-seen', version: null }], ['b', null]),
  requests: listing([{ id: '7', name: 'B' }]),
}

it('the last visit is remembered for each account and upstream by itself', () => {
  lastVisit('admin', 'https://a.example').write(snapshot, 1000)
  expect(lastVisit('admin', 'https://a.example').read()).toEqual({ at: 1000, ...snapshot })
  expect(lastVisit('admin', 'https://b.example').read()).toBeNull()
  expect(lastVisit('other', 'https://a.example').read()).toBeNull()
})

it('a list that was not read or is too long is not remembered', () => {
  const many = listing(Array.from({ length: 501 }, (_, index) => ({ id: String(index), name: 'x' })))
  const none = { at: 1000, mirrors: null, requests: null }
  lastVisit('admin', 'x').write({ mirrors: null, requests: many }, 1000)
  expect(lastVisit('admin', 'x').read()).toEqual(none)
  lastVisit('admin', 'x').write({ mirrors: null, requests: { ...listing([]), hasMore: true } }, 1000)
  expect(lastVisit('admin', 'x').read()).toEqual(none)
})

it('a damaged memory is none', () => {
  localStorage.setItem('mirror-console-last-visit admin x', '{"at":"yesterday"}')
  expect(lastVisit('admin', 'x').read()).toBeNull()
})
