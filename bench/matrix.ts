import type { Browser, CDPSession, Page } from '@playwright/test'
import { startCoverageStage } from './coverage-stage.ts'
import { type FrameFigures, measureScroll } from './frame-times.ts'
import { heapOf } from './heap-of.ts'
import { msUntilChange } from './ms-until-change.ts'

/** What one size of the matrix cost. */
export type MatrixFigures = {
  readonly size: string
  /** By slowdown of the processor (1 and 4), three rows or a whole screen for each frame. */
  readonly scroll: readonly (FrameFigures & { readonly slowdown: number; readonly pxPerFrame: number })[]
  /** What a search through the names takes by itself; ms, median. */
  readonly filterMs: number
  /** From the choice of a verdict until its rows were drawn; ms, median. */
  readonly verdictMs: number
  /** Everything the page holds: data, answers and the app; MB. */
  readonly heapMb: number
}

/** The two sizes that are promised: many projects, and every repository of many shown. */
const SIZES = [
  { name: '2,000 projects × 100 mirrors', query: 'projects=2000&each=1&mirrors=100', isOpen: false },
  {
    name: '100,000 repositories × 30 mirrors',
    query: 'projects=1000&each=100&mirrors=30&answers=all',
    isOpen: true,
  },
] as const

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

const measureVerdict = async (page: Page): Promise<number> => {
  const drawn: number[] = []
  for (const option of ['sole', 'failing', 'sole', 'failing', 'sole']) {
    drawn.push(
      await msUntilChange(page, '[role="treegrid"]', 'aria-rowcount', async () => {
        await page.getByLabel('Show').selectOption(option)
      }),
    )
  }
  return median(drawn)
}

/** The stage filters by itself a few times before it draws anything. */
const measureFilter = async (page: Page): Promise<number> =>
  median(await page.evaluate(() => performance.getEntriesByName('filter').map(({ duration }) => duration)))

const measureSize = async (
  page: Page,
  session: CDPSession,
  url: string,
  { name, query, isOpen }: (typeof SIZES)[number],
): Promise<MatrixFigures> => {
  await page.goto(`${url}?${query}`)
  const grid = page.getByRole('treegrid', { name: 'Coverage' })
  await grid.getByRole('row').nth(1).waitFor()
  if (isOpen) await page.getByRole('button', { name: 'Open all projects' }).click()
  const scroll: MatrixFigures['scroll'][number][] = []
  for (const slowdown of [1, 4]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    for (const pxPerFrame of [72, 720]) {
      scroll.push({ slowdown, pxPerFrame, ...(await measureScroll(session, grid, pxPerFrame)) })
    }
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const heapMb = await heapOf(session)
  return {
    size: name,
    scroll,
    heapMb,
    filterMs: await measureFilter(page),
    verdictMs: await measureVerdict(page),
  }
}

/** Measures the matrix of coverage in a real browser, with made-up answers in memory and no server behind it. */
export const measureMatrix = async (browser: Browser): Promise<readonly MatrixFigures[]> => {
  const stage = await startCoverageStage()
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  try {
    const session = await page.context().newCDPSession(page)
    const figures: MatrixFigures[] = []
    for (const size of SIZES) figures.push(await measureSize(page, session, stage.url, size))
    return figures
  } finally {
    await page.close()
    await stage.stop()
  }
}
