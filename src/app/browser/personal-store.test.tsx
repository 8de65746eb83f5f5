import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { forgetPerson, personalStore } from './personal-store.ts'
import { createStore } from './store.ts'

it('what belongs to the person is forgotten at sign-out, is never written down, and the rest stays', () => {
  const personal = personalStore('none')
  const other = createStore('none')
  const { result } = renderHook(() => [personal.use(), other.use()])
  act(() => {
    personal.set('secret')
    other.set('plain')
  })
  expect(result.current).toEqual(['secret', 'plain'])
  expect(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])).not.toContain(
    'secret',
  )
  act(forgetPerson)
  expect(result.current).toEqual(['none', 'plain'])
})
