import { act } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { mirrorTypeWords } from '#app/domain/mirror/mirror-type-word.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

beforeAll(async () => {
  await import('./mirrors-page.tsx')
})
afterEach(() => vi.useRealTimers())

it('a hundred mirrors that grow older redraw their ages, and no row', async () => {
  // What every row draws and no clock moves: so many calls, so many rows that were drawn again.
  const typesDrawn = vi.spyOn(mirrorTypeWords, 'get')
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], shouldAdvanceTime: true })
  const { screen } = await renderApp('/mirrors', { seed: 'crowded' })
  await screen.findByRole('table', { name: 'Mirror servers' })
  await eventually(() => expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('101'))
  // Of a hundred, those near the window.
  await eventually(() => expect(screen.getAllByRole('rowheader').length).toBeGreaterThan(40), {
    timeout: 8000,
  })
  expect(typesDrawn.mock.calls.length).toBeGreaterThan(40)
  typesDrawn.mockClear()
  const changed = new Set<string>()
  const observer = new MutationObserver((records) => {
    for (const { target } of records) changed.add(target.parentElement?.closest('td, th')?.nodeName ?? '')
  })
  const ages = () => screen.getAllByText(/ago$/).map(({ textContent }) => textContent)
  const before = ages()
  observer.observe(screen.getByRole('table'), { childList: true, subtree: true, characterData: true })
  await act(() => vi.advanceTimersByTimeAsync(10_000))
  expect(ages()).not.toEqual(before)
  observer.disconnect()
  expect(typesDrawn).not.toHaveBeenCalled()
  expect([...changed]).toEqual(['TD'])
})
