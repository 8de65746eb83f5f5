import type { Page } from '@playwright/test'
import type { AccountName } from '#e2e/sign-in.ts'
import type { SeedName } from '#upstream/seed-names.ts'

/** One of the states in which every page is designed, and how to get a page into it. */
export type State = {
  readonly name: string
  readonly seed: SeedName
  readonly account: AccountName
  /** Until everything that comes at all is there, in ms; a lost answer is asked for again twice. */
  readonly settleMs: number
  /** What happens before the page is opened. */
  readonly before?: (page: Page) => Promise<unknown>
  /** What happens once it is there. */
  readonly after?: (page: Page) => Promise<void>
}

const DATA = /\/(?:rest|-\/(?:probe|panel))\//

const holdAnswers = (page: Page) => page.route(DATA, () => new Promise<void>(() => undefined))
const cutTheLine = (page: Page) => page.route(DATA, (route) => route.abort())

/** The nine states; pictures only, so the line is held or cut before Bitbucket and not by a fault of its own. */
export const states: readonly State[] = [
  { name: 'loading', seed: 'calm', account: 'admin', settleMs: 300, before: holdAnswers },
  { name: 'empty', seed: 'empty', account: 'admin', settleMs: 900 },
  { name: 'few', seed: 'calm', account: 'admin', settleMs: 900 },
  { name: 'many', seed: 'crowded', account: 'admin', settleMs: 1200 },
  { name: 'broken', seed: 'broken', account: 'admin', settleMs: 2000 },
  {
    name: 'stale',
    seed: 'calm',
    account: 'admin',
    settleMs: 3500,
    after: async (page) => {
      await cutTheLine(page)
      const refresh = page.getByRole('button', { name: 'Refresh', exact: true })
      if (await refresh.isVisible()) await refresh.click()
    },
  },
  { name: 'error', seed: 'calm', account: 'admin', settleMs: 3500, before: cutTheLine },
  { name: 'not permitted', seed: 'calm', account: 'guest', settleMs: 900 },
  { name: 'hostile', seed: 'hostile', account: 'admin', settleMs: 900 },
]
