import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { test } from './world.ts'

test.use({ seed: 'crowded' })

const CELL_PX = 24

/** The grid with every repository that was loaded. */
const openAll = async (page: Page): Promise<Locator> => {
  await page.goto('/coverage')
  const grid = page.getByRole('treegrid', { name: 'Coverage' })
  await expect(grid.getByRole('row').nth(1)).toBeVisible()
  await page.getByRole('button', { name: 'Open all projects' }).click()
  await expect(grid.getByRole('row').nth(20)).toBeVisible()
  return grid
}

/** Scrolls by steps, one in each frame, and answers how the picture and the elements are in the last one. */
const scrollBy = (grid: Locator, steps: readonly number[]) =>
  grid.evaluate(
    async (box, { steps, cellPx }) => {
      for (const step of steps) {
        box.scrollTop += step
        await new Promise(requestAnimationFrame)
      }
      await new Promise(requestAnimationFrame)
      const canvas = box.querySelector('canvas')
      const [width, height] = [canvas?.width ?? 0, canvas?.height ?? 0]
      const { data = [] } = canvas?.getContext('2d')?.getImageData(0, 0, width, height) ?? {}
      const rowPx = Math.round(cellPx * devicePixelRatio)
      const rows = Array.from({ length: Math.floor(height / rowPx) - 1 }, (_, row) =>
        data.slice(row * rowPx * width * 4, (row + 1) * rowPx * width * 4).join(),
      )
      const elements = [...box.querySelectorAll('[aria-rowindex]:not([aria-rowindex="1"], [data-active])')]
      return {
        differentRows: new Set(rows).size,
        areElementsSeen: elements.some((element) => getComputedStyle(element).opacity !== '0'),
      }
    },
    { steps, cellPx: CELL_PX },
  )

/** How far from the middle of its cell the mark of a column is painted, in the rows that are seen; CSS px. */
const distanceFromMiddle = (grid: Locator, column: number): Promise<number> =>
  grid.evaluate(
    (box, { column, cellPx }) => {
      const canvas = box.querySelector('canvas')
      const lead = [...box.querySelectorAll<HTMLElement>('[role="columnheader"]')]
        .slice(0, 2)
        .reduce((width, { offsetWidth }) => width + offsetWidth, 0)
      const scale = devicePixelRatio
      const left = (lead + column * cellPx) * scale
      const { data = [], width = 0 } =
        canvas
          ?.getContext('2d')
          ?.getImageData(Math.round(left), 0, Math.round(cellPx * scale), canvas.height) ?? {}
      const inked: number[] = []
      for (let at = 0; at < data.length; at += 4) {
        const isInk = [0, 1, 2].some((channel) => data[at + channel] !== data[channel])
        if (isInk) inked.push((at / 4) % width)
      }
      const middle = (Math.min(...inked) + Math.max(...inked) + 1) / 2
      return Math.abs(middle / scale - cellPx / 2)
    },
    { column, cellPx: CELL_PX },
  )

test('the matrix shows every row while it is scrolled, and its elements when scrolling is idle', async ({
  signedInPage: page,
}) => {
  const grid = await openAll(page)
  const moving = await scrollBy(grid, [240, 240, 240, 240, 240])
  expect(moving.differentRows).toBeGreaterThan(10)
  expect(moving.areElementsSeen).toBe(false)
  const seen = grid.locator('[role="row"][aria-rowindex="60"]')
  await expect(seen).toHaveCSS('opacity', '1')
  // The active cell is announced at every scroll position.
  const activeId = await grid.getAttribute('aria-activedescendant')
  await expect(grid.locator(`[id="${activeId}"]`)).toHaveCount(1)
  await expectAccessible(page)
  // There and back before scrolling is idle: the elements are right where they are.
  const back = await scrollBy(grid, [50, -50])
  expect(back.areElementsSeen).toBe(true)
})

for (const deviceScaleFactor of [1, 1.1, 0.9, 1.5]) {
  test.describe(`at a density of ${deviceScaleFactor}`, () => {
    test.use({ deviceScaleFactor, viewport: { width: 1600, height: 900 } })

    test('each cell is painted below its mirror', async ({ signedInPage: page }) => {
      const grid = await openAll(page)
      for (const column of [0, 20, 35]) {
        expect(await distanceFromMiddle(grid, column), `column ${column}`).toBeLessThanOrEqual(1)
      }
    })
  })
}

test('a change of the colour scheme reaches what is painted', async ({ signedInPage: page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const grid = await openAll(page)
  const background = () =>
    grid.evaluate((box) => [
      ...(box.querySelector('canvas')?.getContext('2d')?.getImageData(1, 1, 1, 1).data.slice(0, 3) ?? []),
    ])
  expect(await background()).toEqual([22, 25, 29])
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(background).toEqual([255, 255, 255])
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(background).toEqual([22, 25, 29])
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  const canvasColour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await expect.poll(async () => `rgb(${(await background()).join(', ')})`).toBe(canvasColour)
})

test('a click on the matrix moves the keyboard to that cell, at any scroll position', async ({
  signedInPage: page,
}) => {
  const grid = await openAll(page)
  await grid.evaluate((box) => box.scrollTo(240, 1200))
  const row = grid.locator('[role="row"][aria-rowindex="60"]')
  await expect(row).toBeVisible()
  await row.scrollIntoViewIfNeeded()
  await expect(row).toHaveCSS('opacity', '1')
  const [head, cells] = [await row.boundingBox(), await grid.locator('canvas').boundingBox()]
  await page.mouse.click((cells?.x ?? 0) + (head?.width ?? 0) + 36, (head?.y ?? 0) + 12)
  await expect(row.getByRole('gridcell', { name: /: / })).toHaveAttribute('aria-colindex', '14')
  await page.keyboard.press('ArrowRight')
  await expect(row.getByRole('gridcell', { name: /: / })).toHaveAttribute('aria-colindex', '15')
})
