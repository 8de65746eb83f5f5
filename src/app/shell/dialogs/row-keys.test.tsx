import { beforeEach, expect, it, vi } from 'vitest'
import { moveInRows } from './row-keys.ts'

const rowOf = (index: number): string =>
  `<tr data-index="${String(index)}"><th role="rowheader"><a href="/mirrors/${String(index)}">${String(index)}</a></th></tr>`

const draw = (...rows: readonly number[]) => {
  const body = document.querySelector('tbody')
  for (const index of rows) body?.insertAdjacentHTML('beforeend', rowOf(index))
}

const focused = () => document.activeElement?.textContent

beforeEach(() => {
  // The head is a row too: five rows of data.
  document.body.innerHTML = '<main><table aria-rowcount="6"><tbody></tbody></table></main>'
  window.scrollBy = () => undefined
  draw(0, 1, 2)
})

it('the keys move from row to row, and stop at either end', () => {
  moveInRows(1)
  moveInRows(-1)
  expect(focused()).toBe('0')
  moveInRows(1)
  moveInRows(1)
  expect(focused()).toBe('2')
})

it('no press is lost while the row it leads to is still to be drawn', async () => {
  moveInRows(1)
  for (let presses = 0; presses < 7; presses += 1) moveInRows(1)
  expect(focused()).toBe('2')
  draw(3, 4)
  await expect.poll(focused).toBe('4')
})

it('a key in the other direction continues from the row that the keys had reached', async () => {
  moveInRows(1)
  for (let presses = 0; presses < 4; presses += 1) moveInRows(1)
  moveInRows(-1)
  draw(3, 4)
  await expect.poll(focused).toBe('3')
})

it('a row that had the focus may leave before the next one comes', async () => {
  moveInRows(1)
  for (let presses = 0; presses < 3; presses += 1) moveInRows(1)
  document.querySelector('tr[data-index="2"]')?.remove()
  moveInRows(1)
  draw(4)
  await expect.poll(focused).toBe('4')
})

it('a row that never comes is given up', () => {
  vi.useFakeTimers()
  moveInRows(1)
  for (let presses = 0; presses < 3; presses += 1) moveInRows(1)
  vi.advanceTimersByTime(5000)
  draw(3)
  vi.advanceTimersByTime(5000)
  expect(focused()).toBe('2')
  vi.useRealTimers()
})
