import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { COLOR_SCHEME_KEY } from '#app/browser/color-scheme-key.ts'
import { renderApp } from '#demo/testing/render-app.tsx'
import { followPrint } from './follow-print.ts'

const open = async (...args: Parameters<typeof renderApp>) => {
  const world = await renderApp(...args)
  onTestFinished(followPrint(world.queryClient))
  return world
}

/** What the browser announces before it takes the page, and after that. It takes what is there when this returns. */
const announced = (event: 'beforeprint' | 'afterprint') => dispatchEvent(new Event(event))

const rows = () => document.querySelectorAll('tbody tr[aria-rowindex]')
const sheetLines = () => [...document.querySelectorAll('[data-sheet-head] p')].map((line) => line.textContent)
const notes = () => [...document.querySelectorAll('p[data-sheet]')].map((note) => note.textContent)

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40)
  vi.stubGlobal('scrollTo', vi.fn<typeof scrollTo>())
})

afterEach(() => announced('afterprint'))

describe('a page that is printed', () => {
  it('has all rows of a long list in the document, in the same task, and only those near the window after that', async () => {
    const { screen } = await open('/mirrors', { seed: 'crowded' })
    await screen.findByText('100 mirrors loaded.')
    await eventually(() => expect(document.querySelector('tbody[aria-hidden]')).not.toBeNull())
    await eventually(() => expect(rows().length).toBeGreaterThan(5))
    const before = [...rows()]
    expect(before.length).toBeLessThan(100)
    announced('beforeprint')
    expect(rows()).toHaveLength(100)
    expect(before.every((row) => row.isConnected)).toBe(true)
    expect(notes()).toEqual([''])
    announced('afterprint')
    expect([...rows()]).toEqual(before)
    expect(notes()).toEqual([])
  })

  it('says that a list was not read to its end', async () => {
    const { screen } = await open('/requests', { seed: 'crowded' })
    await screen.findByText(/there are more/)
    announced('beforeprint')
    expect(rows()).toHaveLength(60)
    expect(notes()).toEqual(['60 of more than 60 requests. For the whole list, export CSV.'])
  })

  it('says what was searched for, and nothing of missing rows where there are none', async () => {
    const { screen } = await open('/requests?search=sydney')
    await screen.findByRole('rowheader', { name: 'Sydney' })
    announced('beforeprint')
    expect(notes()).toEqual(['Search: “sydney”.'])
  })

  it('begins with where it is from, its address and its time', async () => {
    const { screen } = await open('/mirrors')
    await screen.findByRole('rowheader', { name: 'Dublin' })
    announced('beforeprint')
    expect(sheetLines()).toEqual([
      expect.stringMatching(/^Mirror Console · http/),
      location.href,
      expect.stringMatching(/^As of \d{4}-.* UTC\. Printed \d{4}-.* UTC\.$/),
    ])
    expect(document.querySelector('main')?.firstElementChild?.hasAttribute('data-sheet-head')).toBe(true)
    announced('afterprint')
    expect(sheetLines()).toEqual([])
  })

  it.each([
    ['stays the chosen one, whatever the system does', 'dark', false, 'dark'],
    ['stays the chosen one, whatever the system does', 'light', true, 'light'],
    ['is the system’s as it is by then, where none is chosen', null, true, 'dark'],
    ['is the system’s as it is by then, where none is chosen', 'auto', false, 'light'],
  ] as const)(
    'is light, and the scheme after that %s (%s, dark: %s)',
    async (_what, chosen, isDark, after) => {
      const { screen } = await open('/mirrors')
      await screen.findByRole('rowheader', { name: 'Dublin' })
      announced('beforeprint')
      const root = document.documentElement
      expect(root.getAttribute('data-mantine-color-scheme')).toBe('light')
      if (chosen !== null) localStorage.setItem(COLOR_SCHEME_KEY, chosen)
      vi.stubGlobal('matchMedia', (query: string) => ({
        matches: isDark && query.includes('prefers-color-scheme: dark'),
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
      }))
      announced('afterprint')
      expect(root.getAttribute('data-mantine-color-scheme')).toBe(after)
    },
  )

  it('is light, and afterwards as it was: scheme, place and focus', async () => {
    const root = document.documentElement
    const { screen } = await open('/mirrors')
    await screen.findByRole('rowheader', { name: 'Dublin' })
    root.setAttribute('data-mantine-color-scheme', 'dark')
    localStorage.setItem(COLOR_SCHEME_KEY, 'dark')
    vi.stubGlobal('scrollY', 120)
    const button = screen.getByRole('button', { name: 'Columns' })
    button.focus()
    announced('beforeprint')
    expect(root.getAttribute('data-mantine-color-scheme')).toBe('light')
    button.blur()
    announced('afterprint')
    expect(root.getAttribute('data-mantine-color-scheme')).toBe('dark')
    expect(document.activeElement).toBe(button)
    expect(scrollTo).toHaveBeenCalledWith(0, 120)
  })

  it('is prepared once, however often the browser announces it', async () => {
    const { screen } = await open('/mirrors')
    await screen.findByRole('rowheader', { name: 'Dublin' })
    announced('beforeprint')
    announced('beforeprint')
    expect(sheetLines()).toHaveLength(3)
    announced('afterprint')
    announced('afterprint')
    expect(sheetLines()).toEqual([])
  })
})

describe('the matrix of coverage', () => {
  beforeEach(() => {
    // There is nothing to draw on here.
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  })

  it('is a table of words on paper', async () => {
    const { screen } = await open('/coverage')
    await screen.findByRole('row', { name: /Payments/ })
    announced('beforeprint')
    const table = screen.getByRole('table', { name: 'Coverage, printed' })
    const payments = [...table.querySelectorAll('tr')].find((row) => row.textContent.startsWith('Payments'))
    expect(payments?.textContent).toContain('Not known yet')
    expect(payments?.textContent).toContain('Not asked')
    announced('afterprint')
    expect(screen.queryByRole('table', { name: 'Coverage, printed' })).toBeNull()
  })
})
