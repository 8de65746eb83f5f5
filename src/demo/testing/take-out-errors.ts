import { expect, vi } from 'vitest'

/** Takes out what was written as an error so far, for a test that provoked it; fails when there was nothing. */
export const takeOutErrors = (): void => {
  expect(console.error).toHaveBeenCalled()
  vi.mocked(console.error).mockClear()
}
