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
    ['Dub\u2800lin', 'id'],
    ['Dub\u00A0lin', 'name'],
    ['x'.repeat(121), 'id'],
  ])('of %j asks for its %s', (name, what) => {
    expect(removalConfirmationOf({ id: 'B0F5', name })).toEqual({
      what,
      text: what === 'name' ? name : 'B0F5',
    })
  })

  it.each([
    [' São Paulo ', true],
    ['São Paulo'.normalize('NFD'), true],
    ['são paulo', true],
    ['Sao Paulo', false],
    ['São Pаulo', false],
    ['São', false],
    ['', false],
  ])('takes the text, however blanks and letters are written: %j is %s', (typed, isTaken) => {
    expect(mayRemove({ what: 'name', text: 'S\u00E3o\u00A0Paulo' }, typed).isAllowed).toBe(isTaken)
  })
})
