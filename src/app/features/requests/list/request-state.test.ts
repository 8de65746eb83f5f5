import { expect, it } from 'vitest'
import { stateOf } from './request-state.ts'

it.each([
  ['', 'PENDING'],
  ['state=accepted', 'ACCEPTED'],
  ['state=REJECTED', 'REJECTED'],
  ['state=all', null],
  ['state=nonsense', 'PENDING'],
])('the query "%s" asks for %j', (query, state) => expect(stateOf(new URLSearchParams(query))).toBe(state))
