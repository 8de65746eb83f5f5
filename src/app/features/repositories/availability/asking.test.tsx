import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { Asking } from './asking.tsx'

afterEach(() => {
  vi.useRealTimers()
})

it('a question that takes five seconds says that it is still waited for', () => {
  vi.useFakeTimers()
  render(<Asking />)
  act(() => void vi.advanceTimersByTime(4999))
  expect(screen.queryByText('Asking…')).not.toBeNull()
  act(() => void vi.advanceTimersByTime(1))
  expect(screen.queryByText('Still waiting')).not.toBeNull()
})
