import { afterEach, beforeEach, vi } from 'vitest'

/** For each test of a file: a clock that the test sets, rows with a height, and nothing to draw pictures on. */
export const stageWithClock = (): void => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40)
  })
  afterEach(() => {
    vi.useRealTimers()
  })
}
