import { describe, expect, it } from 'vitest'
import { mayRemove, removalConfirmationOf } from './removal-confirmation.ts'

describe('the confirmation of a removal', () => {
  it.each([
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

  it('takes exactly the text, apart from spaces around it and the way its letters are composed', () => {
    const confirmation = { what: 'name', text: 'São Paulo' } as const
    expect(mayRemove(confirmation, ' São Paulo ').isAllowed).toBe(true)
    expect(mayRemove(confirmation, 'São Paulo'.normalize('NFD')).isAllowed).toBe(true)
    expect(mayRemove(confirmation, 'são paulo').isAllowed).toBe(false)
    expect(mayRemove(confirmation, '').isAllowed).toBe(false)
  })
})
