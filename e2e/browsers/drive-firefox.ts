import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch, type Page } from 'puppeteer-core'
import type { DriveBrowser, DrivenTab } from './driven-tab.ts'
import { watchPage } from './watch-page.ts'

const tabOf = async (page: Page): Promise<DrivenTab> => {
  await page.evaluateOnNewDocument(watchPage)
  return {
    open: async (address) => {
      await page.goto(address)
    },
    evaluate: async <Given, Result>(work: (given: Given) => Result | Promise<Result>, given: Given) =>
      page.evaluate<[], () => Result>(`(${work.toString()})(${JSON.stringify(given)})`),
    load: async (script) => {
      await page.evaluate(script)
    },
    clickAt: ({ x, y }) => page.mouse.click(x, y),
    press: async (key, held) => {
      if (held !== undefined) await page.keyboard.down(held)
      await page.keyboard.press(key)
      if (held !== undefined) await page.keyboard.up(held)
    },
    type: (text) => page.keyboard.type(text),
    resize: (width, height) => page.setViewport({ width, height }),
    picture: async () => Buffer.from(await page.screenshot()),
  }
}

/** Firefox, driven by its own WebDriver BiDi: it needs no driver beside it. */
export const driveFirefox: DriveBrowser = async (scheme) => {
  const downloads = mkdtempSync(join(tmpdir(), 'mirror-console-firefox-'))
  const browser = await launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    defaultViewport: { width: 1440, height: 900 },
    extraPrefsFirefox: {
      // Bars that take room, as on most desktops: by itself this Firefox lays them over the page.
      'widget.gtk.overlay-scrollbars.enabled': false,
      'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      // The list of downloads would open, and keep the focus from the next page.
      'browser.download.alwaysOpenPanel': false,
    },
  })
  return {
    version: await browser.version(),
    newProfile: async () => {
      const context = await browser.createBrowserContext()
      return {
        newTab: async () => tabOf(await context.newPage()),
        close: () => context.close(),
      }
    },
    downloads,
    stop: async () => {
      await browser.close()
      rmSync(downloads, { recursive: true, force: true })
    },
  }
}
