import { expect, test as plain } from '@playwright/test'
import { settled } from './settled.ts'
import { signIn } from './sign-in.ts'
import { startWorldHost } from './world-host.ts'
import { watchShifts } from './watch-shifts.ts'

/** Where most comes late, and what is there when all has come. */
const PLACES = {
  broken: [
    ['/', /Timed out/],
    ['/mirrors', /1 timed out/],
    ['/coverage', /cannot serve now/],
    ['/repositories/11', /Served by \d+ of/],
    ['/mirrors/fails-500', /Failing \(500\)/],
  ],
  crowded: [
    ['/', /Not seen recently/],
    ['/repositories/1', /Served by \d+ of/],
    ['/requests?state=ACCEPTED', /60\+/],
  ],
} as const

/** Loads of a page: a machine that stands still meanwhile may be too late for one of them, and not for all. */
const LOADS = [1, 2, 3]

plain('nothing on the worst pages shifts while answers come in, wide and on a phone', async ({ browser }) => {
  plain.setTimeout(300_000)
  const host = startWorldHost('src/demo/serve-many.ts')
  try {
    for (const seed of ['broken', 'crowded'] as const) {
      const world = await host.open(seed, { isWatched: true, roundMs: null }, 'plain')
      for (const viewport of [
        { width: 1440, height: 900 },
        { width: 390, height: 844 },
      ]) {
        const context = await browser.newContext({ viewport })
        for (const [path, last] of PLACES[seed]) {
          let least = Infinity
          for (const load of LOADS) {
            const page = await context.newPage()
            if (load === 1) await signIn(page, world.url, 'admin')
            const shift = await watchShifts(page)
            await page.goto(world.url + path)
            await expect(page.getByRole('main')).toContainText(last, { timeout: 60_000 })
            await settled(page)
            least = Math.min(least, await shift())
            await page.close()
            if (least <= 0.01) break
          }
          expect.soft(least, `${path} of ${seed} at ${String(viewport.width)} px`).toBeLessThanOrEqual(0.01)
        }
        await context.close()
      }
      await world.close()
    }
  } finally {
    await host.stop()
  }
})
