import { act, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { SpokenLater } from './spoken-later.tsx'

const spoken = () => screen.getByRole('status').textContent

const pass = (ms: number): void =>
  act(() => {
    vi.advanceTimersByTime(ms)
  })

it('a fast series of changes is one announcement, of the last', () => {
  vi.useFakeTimers()
  const { rerender } = render(<SpokenLater words="1 request selected." />)
  for (const count of [2, 3, 4]) {
    pass(400)
    expect(spoken()).toBe('')
    rerender(<SpokenLater words={`${String(count)} requests selected.`} />)
  }
  pass(400)
  expect(spoken()).toBe('')
  pass(200)
  expect(spoken()).toBe('4 requests selected.')
  vi.useRealTimers()
})
