import { expect, it } from 'vitest'
import { incidentExtent, placeOfCause } from './incident-words.ts'

it.each([
  [1, 0, 0, '1 mirror'],
  [4, 0, 0, '4 mirrors'],
  [1, 1, 0, '1 mirror, 1 repository'],
  [2, 1412, 1, '2 mirrors, 1,412 repositories in 1 project'],
  [2, 30, 12, '2 mirrors, 30 repositories in 12 projects'],
])('%d mirrors, %d repositories, %d projects: %s', (mirrors, repositories, projects, words) =>
  expect(incidentExtent(mirrors, repositories, projects)).toBe(words),
)

it.each([
  ['falling-behind', '/mirrors/m1?tab=history'],
  ['timed-out', '/mirrors/m1'],
  ['failing-to-update', '/mirrors/m1'],
] as const)('the mirrors of "%s" lead to %s', (cause, address) =>
  expect(placeOfCause(cause)('m1')).toBe(address),
)
