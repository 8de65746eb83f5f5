import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { findChromium } from '#e2e/find-chromium.ts'
import { signIn } from '#e2e/sign-in.ts'
import { startWorld } from '#e2e/start-world.ts'
import { contactSheetOf, type Shot } from './contact-sheet.ts'
import { addressOf, places } from './places.ts'
import { type State, states } from './states.ts'

const FOLDER = '.cache/gallery'
const VARIANTS = [
  { name: 'desktop-light', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { name: 'phone-light', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const

type Signed = Awaited<ReturnType<BrowserContext['storageState']>>

const shootOne = async (
  browser: Browser,
  { name, settleMs, before, after }: State,
  { name: variant, viewport, colorScheme }: (typeof VARIANTS)[number],
  place: { readonly name: string; readonly address: string; readonly storageState: Signed },
): Promise<Shot> => {
  const context = await browser.newContext({
    viewport,
    colorScheme,
    storageState: place.storageState,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await before?.(page)
  await page.goto(place.address)
  await page
    .getByRole('heading', { level: 1 })
    .waitFor({ timeout: 5000 })
    .catch(() => undefined)
  if (after !== undefined) {
    await page.waitForLoadState('networkidle')
    await after(page)
  }
  await page.waitForTimeout(settleMs) // A state that waits for nothing (loading, cut off) has no sign that it is complete.
  const file = `${place.name}-${name.replaceAll(' ', '-')}-${variant}.png`
  await page.screenshot({ path: `${FOLDER}/${file}` })
  await context.close()
  return { place: place.name, state: name, variant, file }
}

const shoot = async (browser: Browser, state: State, wanted: ReadonlySet<string>): Promise<Shot[]> => {
  const { world, stop } = await startWorld(state.seed)
  const shots: Shot[] = []
  try {
    const scout = await browser.newPage()
    await signIn(scout, world.url, state.account)
    const storageState = await scout.context().storageState()
    for (const place of places.filter(({ name }) => wanted.size === 0 || wanted.has(name))) {
      const address = await addressOf(scout, world.url, place)
      if (address === null) continue
      const there = { name: place.name, address, storageState }
      shots.push(...(await Promise.all(VARIANTS.map((variant) => shootOne(browser, state, variant, there)))))
    }
    await scout.context().close()
    return shots
  } finally {
    await stop()
  }
}

/**
 * `npm run gallery [-- place …]`: every page in each of its states, wide and narrow, light and dark, as pictures in
 * one folder, with a contact sheet for each page. For review, not for comparison.
 */
const wanted = new Set(process.argv.slice(2))
const found = findChromium()
const browser = await chromium.launch(found === null ? {} : { executablePath: found.path })
rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
try {
  const shots: Shot[] = []
  for (const state of states) {
    process.stdout.write(`${state.name} …\n`)
    shots.push(...(await shoot(browser, state, wanted)))
  }
  writeFileSync(`${FOLDER}/index.html`, contactSheetOf(shots))
  const sheet = await browser.newPage({ viewport: { width: 1800, height: 1000 } })
  for (const { name } of places) {
    for (const { name: variant } of VARIANTS) {
      const some = shots.filter((shot) => shot.place === name && shot.variant === variant)
      if (some.length === 0) continue
      writeFileSync(`${FOLDER}/sheet.html`, contactSheetOf(some))
      await sheet.goto(`file://${process.cwd()}/${FOLDER}/sheet.html`)
      await sheet.screenshot({ path: `${FOLDER}/sheet-${name}-${variant}.png`, fullPage: true })
    }
  }
} finally {
  await browser.close()
}
process.stdout.write(`${FOLDER}/index.html\n`)
