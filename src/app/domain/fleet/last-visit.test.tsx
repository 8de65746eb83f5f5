import { afterEach, describe, expect, it } from 'vitest'
import type { Listing } from '#app/api/presence.ts'
import type { FleetSnapshot } from './fleet-snapshot.ts'
import { lastVisit } from './last-visit.ts'

afterEach(() => localStorage.clear())

const MINUTE = 60_000
const START = 1_700_000_000_000

const listing = <Row,>(rows: readonly Row[], unreadable: readonly (string | null)[] = []): Listing<Row> => ({
  rows,
  unreadable: unreadable.map((id) => ({ id })),
  fault: null,
  hasMore: false,
})
const snapshot: FleetSnapshot = {
  mirrors: listing(
    [{ id: 'a', name: 'A', verdict: 'not-seen', version: null, address: 'http://a.test' }],
    ['b', null],
  ),
  requests: listing([{ id: '7', mirrorName: 'B' }]),
}

describe('the last visit', () => {
  it('is remembered for each account and upstream by itself', () => {
    lastVisit('admin', 'https://a.example').write(snapshot, START)
    const later = START + 31 * MINUTE
    expect(lastVisit('admin', 'https://a.example').read(later)).toEqual({ at: START, ...snapshot })
    expect(lastVisit('admin', 'https://b.example').read(later)).toBeNull()
    expect(lastVisit('other', 'https://a.example').read(later)).toBeNull()
  })

  it('ends after 30 minutes of absence, not with the next page', () => {
    const visit = lastVisit('admin', 'absence')
    visit.write(snapshot, START)
    expect(visit.read(START + 29 * MINUTE)).toBeNull()
    // The second visit, with many pages in an hour, is compared with the first all the time.
    const second = START + 60 * MINUTE
    expect(visit.read(second)?.at).toBe(START)
    for (let minute = 0; minute <= 60; minute += 20) {
      visit.write(snapshot, second + minute * MINUTE)
      expect(visit.read(second + minute * MINUTE)?.at).toBe(START)
    }
    // The third is compared with the end of the second.
    expect(visit.read(second + 91 * MINUTE)?.at).toBe(second + 60 * MINUTE)
  })

  it('goes on on pages that show nothing of it', () => {
    const visit = lastVisit('admin', 'presence')
    visit.write(snapshot, START)
    const second = START + 60 * MINUTE
    visit.touch(second)
    visit.touch(second + 25 * MINUTE)
    visit.touch(second + 50 * MINUTE)
    expect(visit.read(second + 75 * MINUTE)?.at).toBe(START)
  })

  it('does not remember a list that was not read or is too long', () => {
    const many = listing(Array.from({ length: 501 }, (_, index) => ({ id: String(index), mirrorName: 'x' })))
    const none = { at: START, mirrors: null, requests: null }
    lastVisit('admin', 'long').write({ mirrors: null, requests: many }, START)
    expect(lastVisit('admin', 'long').read(START + 31 * MINUTE)).toEqual(none)
    lastVisit('admin', 'more').write({ mirrors: null, requests: { ...listing([]), hasMore: true } }, START)
    expect(lastVisit('admin', 'more').read(START + 31 * MINUTE)).toEqual(none)
  })

  it('is none where the memory is damaged', () => {
    localStorage.setItem('mirror-console-last-visit admin x', '{"at":"yesterday"}')
    expect(lastVisit('admin', 'x').read(START)).toBeNull()
  })
})
