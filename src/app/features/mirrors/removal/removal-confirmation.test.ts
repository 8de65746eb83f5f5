import { describe, expect, test } from 'vitest'
import { isConfirmed, removalConfirmationOf } from './removal-confirmation.ts'

describe('the confirmation of a removal', () => {
  test.each([
    ['Dublin', 'name'],
    ['São Paulo', 'name'],
    ['', 'id'],
    [' Dublin', 'id'],
    ['Dub\u200Blin', 'id'],
    ['Dub  lin', 'id'],
    ['x'.repeat(121), 'id'],
  ])('of %j asks for its %s', (name, what) => {
    expect(removalConfirmationOf({ id: 'B0F5', name })).toEqual({
      what,
      text: what === 'name' ? name : 'B0F5',
    })
  })

  test('takes the very text, apart from spaces around it and the way its letters are composed', () => {
    const confirmation = { what: 'name', text: 'São Paulo' } as const
    expect(isConfirmed(confirmation, ' São Paulo ')).toBe(true)
    expect(isConfirmed(confirmation, 'São Paulo'.normalize('NFD'))).toBe(true)
    expect(isConfirmed(confirmation, 'são paulo')).toBe(false)
    expect(isConfirmed(confirmation, '')).toBe(false)
  })
})
