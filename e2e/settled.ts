import { expect, type Page } from '@playwright/test'

/** Waits until the page has its heading, and nothing on it is still being read. */
export const settled = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 9000 })
}
