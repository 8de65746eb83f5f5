import { expect, test } from 'vitest'
import { stateOf } from './request-state.ts'

test.each([
  ['', 'PENDING'],
  ['state=accepted', 'ACCEPTED'],
  ['state=REJECTED', 'REJECTED'],
  ['state=all', null],
  ['state=nonsense', 'PENDING'],
])('the query "%s" asks for %j', (query, state) => expect(stateOf(new URLSearchParams(query))).toBe(state))
