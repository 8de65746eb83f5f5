import { act, renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { storedChoice } from './stored-choice.ts'

const choice = () => storedChoice('test', ['first', 'second'])

beforeEach(() => localStorage.clear())

describe('a choice of this browser', () => {
  it('is the first one until a choice is made, and is remembered', () => {
    const before = choice()
    expect(before.get()).toBe('first')
    before.set('second')
    expect(before.get()).toBe('second')
    expect(choice().get()).toBe('second')
  })

  it('is never something that cannot be chosen', () => {
    localStorage.setItem('mirror-console-test', 'evil')
    const stored = choice()
    expect(stored.get()).toBe('first')
    stored.set('evil')
    expect(stored.get()).toBe('first')
  })

  it('reaches all components that use it', () => {
    const stored = choice()
    const { result } = renderHook(() => stored.use())
    act(() => stored.set('second'))
    expect(result.current).toBe('second')
  })

  it('works without storage', () => {
    vi.stubGlobal('localStorage', undefined)
    const stored = choice()
    stored.set('second')
    expect(stored.get()).toBe('second')
  })
})
