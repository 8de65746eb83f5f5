import { act, renderHook } from '@testing-library/react'
import * as v from 'valibot'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { persisted, persistedBy } from './persisted.ts'

const KEY = 'mirror-console-test'
const numbers = v.array(v.number())
const store = () => persisted('test', numbers, [])

/** What another tab does: this one hears of it by an event. */
const inOtherTab = (text: string | null) => {
  if (text === null) localStorage.clear()
  else localStorage.setItem(KEY, text)
  dispatchEvent(new StorageEvent('storage', { key: text === null ? null : KEY, newValue: text }))
}
const refuse = () => {
  throw new DOMException('Refused', 'SecurityError')
}

beforeEach(() => localStorage.clear())

describe('a value of this browser', () => {
  it('is the initial one until it is set, and is found again', () => {
    expect(store().get()).toEqual([])
    store().set([1, 2])
    expect(localStorage.getItem(KEY)).toBe('[1,2]')
    expect(store().get()).toEqual([1, 2])
    store().reset()
    expect(localStorage.getItem(KEY)).toBeNull()
    expect(store().get()).toEqual([])
  })

  it.each(['', 'null', '[1', '["1"]', '{"length":1}', 'evil'])(
    'is the initial one for the text %j',
    (text) => {
      localStorage.setItem(KEY, text)
      expect(store().get()).toEqual([])
    },
  )

  it('keeps a word as itself, as the first script and older versions write it', () => {
    const word = persisted('test', v.picklist(['60000', '0']), '60000')
    word.set('0')
    expect(localStorage.getItem(KEY)).toBe('0')
    expect(word.get()).toBe('0')
  })

  it('is the same object until it changes', () => {
    const kept = store()
    kept.set([1])
    expect(kept.get()).toBe(kept.get())
  })

  it('follows other tabs', () => {
    const kept = store()
    const { result } = renderHook(() => kept.use())
    act(() => inOtherTab('[3]'))
    expect(result.current).toEqual([3])
    act(() => inOtherTab(null))
    expect(result.current).toEqual([])
  })

  it.each([
    ['is missing', () => vi.stubGlobal('localStorage', undefined)],
    [
      'is refused',
      () => vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse }),
    ],
    [
      'is full',
      () => vi.stubGlobal('localStorage', { getItem: () => '[9]', setItem: refuse, removeItem: refuse }),
    ],
  ])('lives as long as the page where the storage %s', (_how, block) => {
    block()
    const kept = store()
    const { result } = renderHook(() => kept.use())
    act(() => kept.set([1]))
    expect(result.current).toEqual([1])
    act(() => kept.reset())
    expect(result.current).toEqual([])
  })
})

describe('values of one kind', () => {
  it('are each under their own name, one store for each, and reset together', () => {
    const kind = persistedBy('kind-', numbers, [])
    const { result } = renderHook(() => kind.of('a').use())
    act(() => kind.of('a').set([1]))
    localStorage.setItem('mirror-console-kind-b', '[2]')
    localStorage.setItem('mirror-console-other', '[3]')
    expect(result.current).toEqual([1])
    expect(kind.of('b').get()).toEqual([2])
    act(() => kind.resetAll())
    expect(result.current).toEqual([])
    expect(kind.of('b').get()).toEqual([])
    expect(localStorage.getItem('mirror-console-other')).toBe('[3]')
  })
})
