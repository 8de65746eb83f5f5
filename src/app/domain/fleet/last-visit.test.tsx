import { afterEach, expect, test } from 'vitest'
import { lastVisit } from './last-visit.ts'

afterEach(() => localStorage.clear())

const snapshot = {
  mirrors: new Map([['a', { name: 'A', health: 'stale' as const, version: null }]]),
  requests: new Map([['7', 'B']]),
}

test('the last visit is remembered for each account and upstream by itself', () => {
  lastVisit('admin', 'https://a.example').write(snapshot, 1000)
  expect(lastVisit('admin', 'https://a.example').read()).toEqual({ at: 1000, ...snapshot })
  expect(lastVisit('admin', 'https://b.example').read()).toBeNull()
  expect(lastVisit('other', 'https://a.example').read()).toBeNull()
})

test('a list that was not read or is too long is not remembered', () => {
  const many = new Map(Array.from({ length: 501 }, (_, index) => [String(index), 'x']))
  lastVisit('admin', 'x').write({ mirrors: null, requests: many }, 1000)
  expect(lastVisit('admin', 'x').read()).toEqual({ at: 1000, mirrors: null, requests: null })
})

test('a damaged memory is none', () => {
  localStorage.setItem('mirror-console-last-visit admin x', '{"at":"yesterday"}')
  expect(lastVisit('admin', 'x').read()).toBeNull()
})
