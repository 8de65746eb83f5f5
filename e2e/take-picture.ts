import { chromium } from '@playwright/test'
import { findChromium } from './find-chromium.ts'
import { signIn } from './sign-in.ts'
import { startWorld } from './start-world.ts'

/** Takes the pictures of the README again, from the built console on the small Bitbucket where everything is broken. */
const found = findChromium()
const { world, stop } = await startWorld('broken')
const browser = await chromium.launch(found === null ? {} : { executablePath: found.path })
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, colorScheme: 'light' })
  await signIn(page, world.url, 'admin')
  await page.goto(`${world.url}/repositories`)
  await page.getByRole('rowheader').first().getByRole('link').click()
  // The slowest mirror is given up after five seconds; before that the picture would show questions only.
  await page.getByText('Timed out').first().waitFor()
  await page.screenshot({ path: 'e2e/pictures/repository.png' })
  await page.goto(world.url)
  await page.getByRole('list', { name: 'In short' }).waitFor()
  await page.screenshot({ path: 'e2e/pictures/overview.png' })
} finally {
  await browser.close()
  await stop()
}
