import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { test } from './world.ts'

test.use({ seed: 'crowded' })

/** The grid with every repository that was loaded. */
const openAll = async (page: Page): Promise<Locator> => {
  await page.goto('/coverage')
  const grid = page.getByRole('treegrid', { name: 'Coverage' })
  await expect(grid.getByRole('row').nth(1)).toBeVisible()
  await page.getByRole('button', { name: 'Open all projects' }).click()
  await expect(grid.getByRole('row').nth(20)).toBeVisible()
  return grid
}

/** Scrolls in frames without rest, and answers how many different rows the last one shows, by their pictures. */
const rowsWhileScrolling = (grid: Locator): Promise<number> =>
  grid.evaluate(async (box) => {
    for (let frame = 0; frame < 5; frame += 1) {
      box.scrollTop += 240
      await new Promise(requestAnimationFrame)
    }
    const canvas = box.querySelector('canvas')
    const { data = [] } = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {}
    const [width, height] = [canvas?.width ?? 0, canvas?.height ?? 0]
    const rowPx = Math.round(24 * devicePixelRatio)
    const rows = Array.from({ length: Math.floor(height / rowPx) - 1 }, (_, row) =>
      data.slice(row * rowPx * width * 4, (row + 1) * rowPx * width * 4).join(),
    )
    return new Set(rows).size
  })

test('the matrix shows every row while it is scrolled, and its elements when it rests', async ({
  signedInPage: page,
}) => {
  const grid = await openAll(page)
  expect(await rowsWhileScrolling(grid)).toBeGreaterThan(10)
  const seen = grid.locator('[role="row"][aria-rowindex="60"]')
  await expect(seen).toBeVisible()
  await expect(seen).toHaveCSS('opacity', '1')
  // Where the keyboard stands is told wherever somebody scrolls to.
  const activeId = await grid.getAttribute('aria-activedescendant')
  await expect(grid.locator(`[id="${activeId}"]`)).toHaveCount(1)
  await expectAccessible(page)
})

test('a click on the matrix leads the keyboard to that cell, wherever it was scrolled', async ({
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
