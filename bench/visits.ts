import { type Browser, chromium, type CDPSession, type Page } from '@playwright/test'
import { bitbucketAt } from '#e2e/bitbucket-at.ts'
import { findChromium } from '#e2e/find-chromium.ts'
import { signIn } from '#e2e/sign-in.ts'
import { startWorld } from '#e2e/start-world.ts'
import { heapOf } from './heap-of.ts'

/** Mirrors that are visited, and after how many the page is weighed. */
const MIRRORS = 1000
const EACH = 100

/** How long a page keeps what nobody looks at any more, with a minute to spare. */
const FORGETS_AFTER = '06:00'

/** Mirrors of the crowded small Bitbucket; the others are accepted first. */
const THERE = 100

type Weight = {
  readonly visited: number
  readonly heapMb: number
  readonly nodes: number
  readonly listeners: number
}

const weigh = async (page: Page, session: CDPSession, visited: number): Promise<Weight> => {
  await page.clock.fastForward(FORGETS_AFTER)
  await page.waitForLoadState('networkidle')
  const heapMb = await heapOf(session)
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  return { visited, heapMb, nodes, listeners: jsEventListeners }
}

/** Presses "Next" on a mirror's page, and waits until the next mirror's health is there. */
const visitNext = async (page: Page): Promise<void> => {
  const heading = page.getByRole('heading', { level: 1 })
  const before = await heading.innerText()
  await page.getByRole('link', { name: /^Next: / }).click()
  await page.waitForFunction(
    (name) =>
      document.querySelector('h1')?.innerText !== name && document.querySelector('main section') !== null,
    before,
  )
}

const measure = async (browser: Browser): Promise<readonly Weight[]> => {
  const { world, stop } = await startWorld('crowded')
  const context = await browser.newContext()
  try {
    const bitbucket = bitbucketAt(world.bitbucketUrl, 'admin')
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await signIn(page, world.url, 'admin')
    const pending = await bitbucket.requestsIn('PENDING')
    for (const { id } of pending.slice(0, MIRRORS - THERE)) {
      const { status } = await bitbucket.call('acceptRequest', { parameters: { mirroringRequestId: id } })
      if (status !== 200) throw new Error(`Accepting ${id} was answered with ${status}.`)
    }
    await page.clock.install()
    // By name: other orders change with what mirrors answer.
    await page.goto(`${world.url}/mirrors?sort=name.asc`)
    await page.getByRole('rowheader').first().getByRole('link').click()
    const weights: Weight[] = []
    for (let visited = 1; visited <= MIRRORS; visited += 1) {
      if (visited > 1) await visitNext(page)
      if (visited % EACH === 0) weights.push(await weigh(page, session, visited))
    }
    return weights
  } finally {
    await context.close()
    await stop()
  }
}

/** What one tab holds after a thousand mirrors were visited in it one after the other, as Markdown. */
export const benchVisits = async (): Promise<string> => {
  const found = findChromium()
  const browser = await chromium.launch(found === null ? {} : { executablePath: found.path })
  try {
    const weights = await measure(browser)
    return [
      '| mirrors visited | heap MB | nodes | listeners |',
      '|---|---|---|---|',
      ...weights.map(
        ({ visited, heapMb, nodes, listeners }) =>
          `| ${visited} | ${heapMb.toFixed(1)} | ${nodes} | ${listeners} |`,
      ),
    ].join('\n')
  } finally {
    await browser.close()
  }
}
