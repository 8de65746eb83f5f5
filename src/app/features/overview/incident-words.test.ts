import { expect, it } from 'vitest'
import { incidentExtent } from './incident-words.ts'

it.each([
  [1, 0, 0, '1 mirror'],
  [4, 0, 0, '4 mirrors'],
  [1, 1, 0, '1 mirror, 1 repository'],
  [2, 1412, 1, '2 mirrors, 1,412 repositories in 1 project'],
  [2, 30, 12, '2 mirrors, 30 repositories in 12 projects'],
])('%d mirrors, %d repositories, %d projects: %s', (mirrors, repositories, projects, words) =>
  expect(incidentExtent(mirrors, repositories, projects)).toBe(words),
)
