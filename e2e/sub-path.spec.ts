import { expect, test } from '@playwright/test'
import { freePort } from './free-port.ts'
import { guardPage } from './page-guard.ts'
import { startWorld } from './start-world.ts'

test('below a path the console does all that it does at the root', async ({ page }) => {
  const port = await freePort()
  const home = `http://127.0.0.1:${port}/mirrors`
  const { stop } = await startWorld('calm', {
    PORT: String(port),
    PUBLIC_URL: `${home}/`,
    SESSION_KEYS: crypto.randomUUID() + crypto.randomUUID(),
  })
  try {
    const guard = await guardPage(page, new URL(home).origin)
    const missing: string[] = []
    page.on('response', (response) => {
      if (response.status() === 404) missing.push(new URL(response.url()).pathname)
    })
    await page.goto(`${home}/mirrors?sort=name.asc`)
    await expect(page).toHaveURL(`${home}/sign-in?returnTo=%2Fmirrors%3Fsort%3Dname.asc`)
    await page.getByRole('button', { name: /Sign in as jcitizen/ }).click()
    await expect(page).toHaveURL(`${home}/mirrors?sort=name.asc`)
    await page.getByRole('link', { name: 'Repositories' }).click()
    await page.getByRole('link', { name: 'ledger' }).click()
    await expect(page.getByText('Available', { exact: true }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(`${home}/sign-in?signedOut`)
    expect(missing.filter((path) => !path.endsWith('/preferred-mirror'))).toEqual([])
    await guard.check()
  } finally {
    await stop()
  }
})
