import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Builder, Key as WireKey, type WebDriver } from 'selenium-webdriver'
import { DriverService } from 'selenium-webdriver/remote/index.js'
import { PROGRAM_ENV, startCommand } from '#e2e/start-program.ts'
import type { DriveBrowser, DrivenProfile, DrivenTab, Key } from './driven-tab.ts'

const WIRE_KEYS: Readonly<Partial<Record<Key, string>>> = {
  Tab: WireKey.TAB,
  Enter: WireKey.ENTER,
  Escape: WireKey.ESCAPE,
  ArrowDown: WireKey.ARROW_DOWN,
  ArrowRight: WireKey.ARROW_RIGHT,
  Space: ' ',
  Backspace: WireKey.BACK_SPACE,
}

const SCREEN = ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp']

const HELD = { Shift: WireKey.SHIFT, Control: WireKey.CONTROL } as const

/** The window is as much higher than its page as its bar is. */
const resizeWindow = async (driver: WebDriver, width: number, height: number): Promise<void> => {
  const window = driver.manage().window()
  await window.setRect({ width, height, x: 0, y: 0 })
  const shown = await driver.executeScript<number>('return innerHeight')
  await window.setRect({ width, height: height + height - shown, x: 0, y: 0 })
}

const tabOf = async (driver: WebDriver): Promise<DrivenTab> => {
  const handle = await driver.getWindowHandle()
  /** Commands go to one window, which is said before each of them. */
  const here = async (): Promise<WebDriver> => {
    await driver.switchTo().window(handle)
    return driver
  }
  return {
    open: async (address) => {
      await (await here()).get(address)
    },
    evaluate: async (work, given) => (await here()).executeScript(work, given),
    load: async (script) => {
      await (await here()).executeScript(script)
    },
    clickAt: async ({ x, y }) => {
      await (
        await here()
      )
        .actions()
        .move({ x: Math.round(x), y: Math.round(y) })
        .click()
        .perform()
    },
    press: async (key, held) => {
      const actions = (await here()).actions()
      if (held !== undefined) actions.keyDown(HELD[held])
      actions.sendKeys(WIRE_KEYS[key] ?? key)
      if (held !== undefined) actions.keyUp(HELD[held])
      await actions.perform()
    },
    type: async (text) => {
      await (await here()).actions().sendKeys(text).perform()
    },
    resize: async (width, height) => resizeWindow(await here(), width, height),
    picture: async () => Buffer.from(await (await here()).takeScreenshot(), 'base64'),
  }
}

/** The window that a session begins with is its first tab; each further one is a window, so that all are in view. */
const profileOf = async (driver: WebDriver): Promise<DrivenProfile> => {
  let tabs = 0
  return {
    newTab: async () => {
      if (tabs > 0) await driver.switchTo().newWindow('window')
      tabs += 1
      return tabOf(driver)
    },
    close: () => driver.quit(),
  }
}

/** A home of its own, with these settings and a folder for downloads. */
const homeWith = (files: Readonly<Record<string, string>>): string => {
  const home = mkdtempSync(join(tmpdir(), 'mirror-console-webkit-'))
  mkdirSync(join(home, 'downloads'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, name)), { recursive: true })
    writeFileSync(join(home, name), text)
  }
  return home
}

/** WebKitGTK's small browser, driven by WebKit's own driver, on a screen of its own. */
export const driveWebkit: DriveBrowser = async (scheme) => {
  const home = homeWith({
    // Bars that take room, as on most desktops: by itself this browser lays them over the page.
    '.config/gtk-3.0/settings.ini': '[Settings]\ngtk-overlay-scrolling=0\n',
    '.config/user-dirs.dirs': 'XDG_DOWNLOAD_DIR="$HOME/downloads"\n',
  })
  // The screen says its number on the file that it is given for that.
  const screen = await startCommand('Xvfb', SCREEN, {}, /(\d+)\n/)
  const service = new DriverService.Builder('WebKitWebDriver')
    .setLoopback(true)
    .setEnvironment({
      ...PROGRAM_ENV,
      DISPLAY: `:${screen.caught[0] ?? ''}`,
      HOME: home,
      LANGUAGE: 'en_GB',
      NO_AT_BRIDGE: '1',
    })
    .build()
  const end = async () => {
    await service.kill()
    await screen.stop()
    rmSync(home, { recursive: true, force: true })
  }
  try {
    const server = await service.start()
    const args = ['--automation', '--time-zone=UTC', ...(scheme === 'dark' ? ['--dark-mode'] : [])]
    const startSession = () =>
      new Builder()
        .usingServer(server)
        .withCapabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { args } })
        .build()
    const trial = await startSession()
    const version = (await trial.getCapabilities()).getBrowserVersion()
    await trial.quit()
    return {
      version: `WebKitGTK ${String(version)}`,
      newProfile: async () => profileOf(await startSession()),
      downloads: join(home, 'downloads'),
      stop: end,
    }
  } catch (error) {
    await end()
    throw error
  }
}
