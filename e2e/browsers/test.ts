import { writeFileSync } from 'node:fs'
import { expect, test as base } from '@playwright/test'
import type { SeedName } from '#upstream/seed-names.ts'
import { type Bitbucket, bitbucketAt } from '#e2e/bitbucket-at.ts'
import { type HostedWorld, startWorldHost, type WorldHost } from '#e2e/world-host.ts'
import { driveFirefox } from './drive-firefox.ts'
import { driveWebkit } from './drive-webkit.ts'
import type { DrivenBrowser, DrivenProfile, DrivenTab } from './driven-tab.ts'
import { type Person, personAt } from './person-at.ts'

/** The browsers that every test is run in. */
const BROWSERS = { firefox: driveFirefox, webkitgtk: driveWebkit } as const

type Given = {
  readonly seed: SeedName
  /** Between two rounds of the gateway's watch, in ms; it does not watch where it is `null`. */
  readonly roundMs: number | null
  readonly world: HostedWorld
  readonly bitbucket: Bitbucket
  readonly profile: DrivenProfile
  readonly tab: DrivenTab
  readonly person: Person
}

/** What the tests of one browser share. */
export type Shared = {
  readonly browserNamed: keyof typeof BROWSERS
  readonly drivenBrowser: DrivenBrowser
  /** The program that serves the worlds. */
  readonly hostProgram: string
  readonly host: WorldHost
}

/** A test in a real browser, before a console and a small Bitbucket of its own. */
export const test = base.extend<Given, Shared>({
  browserNamed: ['firefox', { scope: 'worker', option: true }],
  drivenBrowser: [
    async ({ browserNamed }, use) => {
      const browser = await BROWSERS[browserNamed]('light')
      process.stdout.write(`Running in ${browser.version}.\n`)
      await use(browser)
      await browser.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  hostProgram: ['src/demo/serve-many.ts', { scope: 'worker', option: true }],
  host: [
    async ({ hostProgram }, use) => {
      const host = startWorldHost(hostProgram)
      await use(host)
      await host.stop()
    },
    { scope: 'worker' },
  ],
  seed: ['calm', { option: true }],
  roundMs: [null, { option: true }],
  world: async ({ host, seed, roundMs }, use) => {
    const world = await host.open(seed, { isWatched: roundMs !== null, roundMs }, 'plain')
    await use(world)
    await world.close()
  },
  bitbucket: async ({ world }, use) => {
    await use(bitbucketAt(world.bitbucketUrl, 'admin'))
  },
  profile: async ({ drivenBrowser }, use) => {
    const profile = await drivenBrowser.newProfile()
    await use(profile)
    await profile.close()
  },
  tab: async ({ profile }, use, testInfo) => {
    const tab = await profile.newTab()
    await tab.resize(1440, 900)
    await use(tab)
    if (testInfo.status !== testInfo.expectedStatus) {
      writeFileSync(testInfo.outputPath('screen.png'), await tab.picture())
    }
  },
  person: async ({ tab }, use) => {
    const person = personAt(tab)
    await use(person)
    expect(await person.complaints(), 'what the page must never do').toEqual([])
  },
})
