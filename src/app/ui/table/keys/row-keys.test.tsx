import { beforeEach, expect, it, vi } from 'vitest'
import { focusedPlace, moveInRows } from './row-keys.ts'

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

it('what is done with the focused row is done with the one that the keys had reached', async () => {
  expect(focusedPlace()).toBeNull()
  moveInRows(1)
  expect(focusedPlace()).toBe(0)
  for (let presses = 0; presses < 4; presses += 1) moveInRows(1)
  expect(focusedPlace()).toBe(4)
  draw(3, 4)
  await expect.poll(focused).toBe('4')
  expect(focusedPlace()).toBe(4)
})

it('a move says from which row it went to which, and nothing at an end', async () => {
  expect(moveInRows(1)).toBeNull()
  expect(moveInRows(-1)).toBeNull()
  for (const from of [0, 1, 2, 3]) expect(moveInRows(1)).toEqual({ from, to: from + 1 })
  expect(moveInRows(1)).toBeNull()
  draw(3, 4)
  await expect.poll(focused).toBe('4')
})

it('from the box of a row the keys go to the boxes of others', async () => {
  for (const row of document.querySelectorAll('tr'))
    row.insertAdjacentHTML('afterbegin', '<td><input type="checkbox"></td>')
  document.querySelector('input')?.focus()
  moveInRows(1)
  expect(document.activeElement?.matches('[data-index="1"] input')).toBe(true)
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
