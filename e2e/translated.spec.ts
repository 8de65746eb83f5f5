import { expect, type Page } from '@playwright/test'
import { test } from './world.ts'

/** Translates the page as a browser does, and whatever comes later: every text is replaced by two `font` elements. */
const translate = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const root = document.body
    const translateTexts = () => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const isLeftOut = node.parentElement?.closest('[translate="no"], script, style, font')
        if (node instanceof Text && node.data.trim() !== '' && !isLeftOut) texts.push(node)
      }
      for (const text of texts) {
        const font = document.createElement('font')
        font.append(document.createElement('font'))
        font.firstElementChild?.append(text.data.toUpperCase())
        text.replaceWith(font)
      }
    }
    new MutationObserver(translateTexts).observe(root, {
      childList: true,
      subtree: true,
      characterData: true,
    })
    translateTexts()
  })

test('a translated page shows what changes, works, and leaves names and commands as they are', async ({
  signedInPage: page,
}) => {
  await page.goto('/mirrors')
  const first = page.locator('tbody tr').first()
  await expect(first).toContainText('Healthy')
  await translate(page)
  await expect(first).toContainText('HEALTHY')
  await expect(first).toContainText('Dublin')

  const age = first.getByText(/SECONDS? AGO/)
  await expect(age).not.toHaveText(await age.innerText())
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.keyboard.press('Escape')
  const pages = page.getByRole('navigation', { name: 'Main' }).getByRole('link')
  for (const link of await pages.all()) {
    await link.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^[^a-z]+$/)
  }
  await page.goto('/repositories/11')
  await translate(page)
  await page.getByRole('button', { name: /Ask all again/i }).click()
  await expect(page.getByRole('main')).toContainText('AVAILABLE')
})
