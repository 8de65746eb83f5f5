import type { Page } from '@playwright/test'

/** Chooses a format, or `Print`, in a table's menu "Export". */
export const exportAs = async (
  page: Page,
  item: 'Export CSV' | 'Export JSON' | 'Print' = 'Export CSV',
): Promise<void> => {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}
