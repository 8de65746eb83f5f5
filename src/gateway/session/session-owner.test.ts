import { expect, it } from 'vitest'
import { ownerOf } from './session-owner.ts'

const named = (user: string, authorization: string) => ownerOf({ user, isNamed: true, authorization })
const unnamed = (user: string, authorization: string) => ownerOf({ user, isNamed: false, authorization })

it.each([
  ['two sessions of a named user', named('alice', 'Bearer a'), named('alice', 'Bearer b'), true],
  ['two named users', named('alice', 'Bearer a'), named('bob', 'Bearer a'), false],
  ['two users of tokens without a name', unnamed('Access token', 'a'), unnamed('Access token', 'b'), false],
  [
    'two sessions of one token without a name',
    unnamed('Access token', 'a'),
    unnamed('Access token', 'a'),
    true,
  ],
  ['a user, and one who claims that name', named('alice', 'Basic a'), unnamed('alice', 'Basic b'), false],
])('%s count as one or as two', (_what, one, other, isOne) => {
  expect(one === other).toBe(isOne)
  expect(one + other).not.toContain('Bearer')
})
