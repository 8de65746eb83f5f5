import { describe, expect, it } from 'vitest'
import { requestCan } from './request-can.ts'

describe('a request can be decided', () => {
  it.each([
    ['PENDING', '17', true],
    ['PENDING', 'B0F5-CS21_x', true],
    ['PENDING', '..', false],
    ['PENDING', '1/accept', false],
    ['ACCEPTED', '17', false],
    ['REJECTED', '17', false],
    ['EXPIRED', '17', false],
  ])('in the state %s with the id %j: %s', (state, id, isAllowed) => {
    expect(requestCan.beDecided({ state, id })).toMatchObject({ isAllowed })
  })

  it('or says why not', () => {
    expect(requestCan.beDecided({ state: 'ACCEPTED', id: '17' })).toHaveProperty(
      'why',
      'It is no longer pending.',
    )
    expect(requestCan.beDecided({ state: 'PENDING', id: '..' })).toHaveProperty('why')
  })
})

it.each(['PENDING', 'ACCEPTED', 'REJECTED', 'EXPIRED'])('a request can be deleted when %s', (state) => {
  expect(requestCan.beDeleted({ id: '17' })).toEqual({ isAllowed: true })
  expect(requestCan.beDecided({ state, id: '17' }).isAllowed).toBe(state === 'PENDING')
})
