import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

/** A browser that can be driven, and whether Playwright brought it along. */
export type FoundChromium = { readonly path: string; readonly isPlaywrights: boolean }

// The shell is the same browser without windows: tests take two thirds of the time in it.
const COMMANDS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]

const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const windowsPlaces = (): readonly string[] =>
  ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name]
    return folder === undefined ? [] : [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')]
  })

const systemPlaces = (): readonly string[] => {
  if (process.platform === 'darwin') return MAC
  if (process.platform === 'win32') return windowsPlaces()
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)))
}

/**
 * Finds a Chromium on this machine: Playwright's own first, since it fits the installed Playwright, then the
 * system's. `null` when there is none; nothing is started or downloaded.
 */
export const findChromium = (): FoundChromium | null => {
  const own = chromium.executablePath()
  if (existsSync(own)) return { path: own, isPlaywrights: true }
  const path = systemPlaces().find((place) => existsSync(place))
  return path === undefined ? null : { path, isPlaywrights: false }
}
