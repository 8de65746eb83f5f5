import { expect, it, vi } from 'vitest'
import { COLOR_SCHEME_KEY } from '#app/browser/color-scheme-key.ts'

const run = async () => {
  vi.resetModules()
  await import('./first-script.ts')
}

it('the first script shows the scheme that was chosen, and without a choice the system’s', async () => {
  document.documentElement.removeAttribute('data-mantine-color-scheme')
  await run()
  expect(document.documentElement.hasAttribute('data-mantine-color-scheme')).toBe(false)
  localStorage.setItem(COLOR_SCHEME_KEY, 'dark')
  await run()
  expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('dark')
  localStorage.removeItem(COLOR_SCHEME_KEY)
})
