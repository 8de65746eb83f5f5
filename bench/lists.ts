import type { Browser, CDPSession, Page } from '@playwright/test'
import { signIn } from '#e2e/sign-in.ts'
import { startWorld } from '#e2e/start-world.ts'
import { type FrameFigures, measureScroll } from './frame-times.ts'
import { heapOf } from './heap-of.ts'
import { msUntilChange } from './ms-until-change.ts'

/** What one long list cost. */
export type ListFigures = {
  readonly rows: number
  /** From "Read all" until the last row was there, the server's own time included; ms. */
  readonly loadAllMs: number
  /** The page's own part of it; ms. */
  readonly loadAllCpuMs: number
  /** From a click on a heading until its rows were drawn: the first time, and the median of the following; ms. */
  readonly firstSortMs: number
  readonly sortMs: number
  /** From a key to the frame that shows its letter, median, and with a quarter of the processor; ms. */
  readonly inputToPaintMs: number
  readonly slowInputToPaintMs: number
  /** From the end of the delay after typing until the rows that were found are drawn, median; ms. */
  readonly filterMs: number
  readonly scroll: readonly (FrameFigures & { readonly slowdown: number })[]
  /** Memory of scripts, and elements in the document. */
  readonly heapMb: number
  readonly elements: number
}

/** Both lists of the crowded small Bitbucket. */
const LISTS = [
  { path: '/requests', rows: 10_000, searches: ['tokyo', 'a', 'london 7'] },
  { path: '/repositories', rows: 100_000, searches: ['a', 'service', '77'] },
] as const

/** The delay between typing and filtering, in ms; `search-box.tsx` decides it. */
const DEBOUNCE_MS = 250

const LONG_MS = 300_000

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

const busyMs = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN)
}

/** Presses "Read all" and waits for the last row. Looked for by the page itself: to find texts from outside takes a second of it. */
const readAll = (page: Page, rows: number): Promise<number> =>
  page.evaluate(
    (count) =>
      new Promise<number>((resolve) => {
        const start = performance.now()
        for (const button of document.querySelectorAll<HTMLElement>('main button')) {
          if (button.textContent === 'Read all') button.click()
        }
        const look = () => {
          const rowCount = document.querySelector('table')?.getAttribute('aria-rowcount')
          if (Number(rowCount) > count) resolve(performance.now() - start)
          else setTimeout(look, 20)
        }
        look()
      }),
    rows,
  )

/** A click on the heading that sorts by name; the first row that changes shows when it is done. */
const sortOnce = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const first = 'tr[data-index="0"] th'
        const before = document.querySelector(first)?.textContent
        const start = performance.now()
        const observer = new MutationObserver(() => {
          if (document.querySelector(first)?.textContent === before) return
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
        })
        observer.observe(document.body, { subtree: true, childList: true, characterData: true })
        for (const button of document.querySelectorAll<HTMLElement>('thead button')) {
          if (button.textContent === 'Name') button.click()
        }
      }),
  )

/** The ms from letters that are typed to the frames that show them. */
const paintsOf = (page: Page): Promise<readonly number[]> =>
  page.evaluate(
    () =>
      new Promise<readonly number[]>((resolve) => {
        const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
        const times: number[] = []
        const press = () => {
          const start = performance.now()
          field?.focus()
          document.execCommand('insertText', false, 'e')
          requestAnimationFrame(() =>
            setTimeout(() => {
              times.push(performance.now() - start)
              if (times.length < 8) setTimeout(press, 120)
              else resolve(times)
            }),
          )
        }
        press()
      }),
  )

/** How often a page is asked whether it is as it is waited for, in ms. */
const LOOK_MS = 100

/**
 * What the page holds once the whole list has been loaded. The page is asked by the browser's own protocol: what
 * Playwright puts into a page to find elements or to wait there takes half a megabyte to one itself.
 */
const measureHeap = async (opener: Page, url: string, rows: number): Promise<number> => {
  const page = await opener.context().newPage()
  const session = await page.context().newCDPSession(page)
  const valueOf = async (expression: string): Promise<unknown> =>
    (await session.send('Runtime.evaluate', { expression })).result.value
  const until = async (expression: string) => {
    const end = performance.now() + LONG_MS
    while ((await valueOf(expression)) !== true) {
      if (performance.now() > end) throw new Error(`Not so after ${String(LONG_MS)} ms: ${expression}`)
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
  }
  await page.goto(url)
  await until(`document.querySelector('tbody th[scope="row"] a') !== null`)
  await valueOf(`[...document.querySelectorAll('button')].find((b) => b.textContent === 'Read all').click()`)
  await until(`Number(document.querySelector('table')?.getAttribute('aria-rowcount')) > ${String(rows)}`)
  const heapMb = await heapOf(session)
  await page.close()
  return heapMb
}

const measureList = async (
  page: Page,
  session: CDPSession,
  url: string,
  { path, rows, searches }: (typeof LISTS)[number],
): Promise<ListFigures> => {
  await page.goto(url + path)
  await page.getByRole('rowheader').first().waitFor()
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const table = page.getByRole('table')
  const busyBefore = await busyMs(session)
  const loadAllMs = await readAll(page, rows)
  const loadAllCpuMs = (await busyMs(session)) - busyBefore
  await session.send('Performance.disable')

  const firstSortMs = await sortOnce(page)
  const sorts: number[] = []
  for (let run = 0; run < 5; run += 1) sorts.push(await sortOnce(page))
  const scroll: ListFigures['scroll'][number][] = []
  for (const slowdown of [1, 4]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    scroll.push({ slowdown, ...(await measureScroll(session, table, 120)) })
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const field = page.getByRole('searchbox', { name: 'Search' })
  const filters: number[] = []
  for (const search of searches) {
    const drawn = msUntilChange(page, 'table', 'aria-rowcount', () => field.fill(search))
    filters.push((await drawn) - DEBOUNCE_MS)
  }
  const inputToPaintMs = median(await paintsOf(page))
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const slowInputToPaintMs = median(await paintsOf(page))
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await field.fill('')
  return {
    rows,
    loadAllMs,
    loadAllCpuMs,
    firstSortMs,
    sortMs: median(sorts),
    inputToPaintMs,
    slowInputToPaintMs,
    filterMs: median(filters),
    scroll,
    heapMb: await measureHeap(page, url + path, rows),
    elements: await page.evaluate(() => document.querySelectorAll('*').length),
  }
}

/**
 * Measures the long lists in a real browser: the built console behind its gateway, on the crowded small Bitbucket. The
 * console must have been built before.
 */
export const measureLists = async (browser: Browser): Promise<readonly ListFigures[]> => {
  const { world, stop } = await startWorld('crowded')
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  try {
    await signIn(page, world.url, 'admin')
    const session = await page.context().newCDPSession(page)
    const figures: ListFigures[] = []
    for (const list of LISTS) figures.push(await measureList(page, session, world.url, list))
    return figures
  } finally {
    await context.close()
    await stop()
  }
}
