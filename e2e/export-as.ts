import type { Page } from '@playwright/test'

/** Chooses a format, or `Print`, beside a table: CSV has its own button, the rest is in a menu. */
export const exportAs = async (
  page: Page,
  item: 'Export CSV' | 'Export JSON' | 'Print' = 'Export CSV',
): Promise<void> => {
  if (item === 'Export CSV') return page.getByRole('button', { name: item, exact: true }).click()
  await page.getByRole('button', { name: 'Other formats', exact: true }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}
