import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { printPage } from './print-page.ts'

const print = vi.fn<() => void>()

beforeEach(() => {
  print.mockClear()
  vi.stubGlobal('print', print)
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

it('a print does not wait longer than five seconds until pages are fit for paper', async () => {
  void printPage(Promise.withResolvers<void>().promise)
  await vi.advanceTimersByTimeAsync(4999)
  expect(print).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(print).toHaveBeenCalledTimes(1)
})

it('a print begins as soon as they are', async () => {
  const ready = Promise.withResolvers<void>()
  void printPage(ready.promise)
  await vi.advanceTimersByTimeAsync(100)
  expect(print).not.toHaveBeenCalled()
  ready.resolve()
  await vi.advanceTimersByTimeAsync(0)
  expect(print).toHaveBeenCalledTimes(1)
})
