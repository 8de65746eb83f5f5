import { test as base, type Page } from '@playwright/test'
import type { ListBehaviour } from '#upstream/list-names.ts'
import { SEED_NAMES, type SeedName } from '#upstream/seed-names.ts'
import { type Bitbucket, bitbucketAt } from './bitbucket-at.ts'
import { guardPage, type PageGuard } from './page-guard.ts'
import { type AccountName, signIn } from './sign-in.ts'
import { type HostedWorld, startWorldHost, type WorldHost } from './world-host.ts'

type Given = {
  /** Which data the small Bitbucket starts with; set it with `test.use({ seed: 'broken' })`. */
  readonly seed: SeedName
  /** How the small Bitbucket gives its lists; see `list-names.ts`. */
  readonly lists: ListBehaviour
  /** Whether the gateway watches the mirrors by itself; off by default, so that only the page asks. */
  readonly isWatched: boolean
  /** Between two rounds of that watch, in ms; as in production where it is `null`. */
  readonly roundMs: number | null
  /** The running product, for this test alone. */
  readonly world: Pick<HostedWorld, 'url' | 'bitbucketUrl'>
  /** The small Bitbucket, called directly as an administrator: to check results, or to act as another user. */
  readonly bitbucket: Bitbucket
  /** What the page must never do. Checked after every test without being asked for. */
  readonly guard: PageGuard
  /** Signs the page in; the administrator by default. */
  readonly signInAs: (account: AccountName) => Promise<void>
  /** The page, signed in as the administrator, still blank. */
  readonly signedInPage: Page
}

/** What the tests of one worker share. */
type Shared = {
  /** The program that serves the worlds. */
  readonly hostProgram: string
  readonly host: WorldHost
}

/** Playwright's `test` in which every test has a console and a small Bitbucket of its own. */
export const test = base.extend<Given, Shared>({
  hostProgram: ['src/demo/serve-many.ts', { scope: 'worker', option: true }],
  host: [
    async ({ hostProgram }, use) => {
      const host = startWorldHost(hostProgram)
      await use(host)
      await host.stop()
    },
    { scope: 'worker' },
  ],
  seed: [SEED_NAMES[0], { option: true }],
  lists: ['plain', { option: true }],
  isWatched: [false, { option: true }],
  roundMs: [null, { option: true }],
  world: async ({ seed, lists, isWatched, roundMs, host }, use) => {
    const world = await host.open(seed, { isWatched, roundMs }, lists)
    await use(world)
    await world.close()
  },
  baseURL: async ({ world }, use) => {
    await use(world.url)
  },
  bitbucket: async ({ world }, use) => {
    await use(bitbucketAt(world.bitbucketUrl, 'admin'))
  },
  guard: [
    async ({ page, world }, use) => {
      const guard = await guardPage(page, world.url)
      await use(guard)
      await guard.check()
    },
    { auto: true },
  ],
  signInAs: async ({ page, world }, use) => {
    await use((account) => signIn(page, world.url, account))
  },
  signedInPage: async ({ page, signInAs }, use) => {
    await signInAs('admin')
    await use(page)
  },
})
