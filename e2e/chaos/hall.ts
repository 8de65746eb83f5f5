import type { Browser, BrowserContext } from '@playwright/test'
import { CSRF_HEADER, CSRF_VALUE, SESSION_PATH } from '#contract/session.ts'
import type { AccountName } from '#e2e/sign-in.ts'
import type { ChaosWorld } from './chaos-world.ts'
import { explainWrites, type Permit } from './promises/one-write.ts'
import { openTab, type Tab } from './tab.ts'

/** One browser: who signed in last, and its tabs. */
export type Desk = {
  readonly name: string
  readonly context: BrowserContext
  tabs: readonly Tab[]
  account: AccountName
  isOffline: boolean
}

/** Several people in several browsers before one console, and what is kept to judge it by. */
export type Hall = {
  readonly world: ChaosWorld
  readonly desks: readonly Desk[]
  /** Tabs that were closed: what they said and did counts as well. */
  readonly closed: Tab[]
  /** Notes that a button is pressed which may send one write. */
  readonly permit: (tab: Tab, method: string, path: string) => Promise<void>
  /** What a tab was permitted and has not sent will not be sent any more. */
  readonly expire: (tab: Tab) => void
  /** Writes since the last look that no press explains. */
  readonly unexplained: () => readonly string[]
  /** Whether something is wrong on a wire or with a browser. */
  isTroubled: boolean
}

const PEOPLE: readonly AccountName[] = ['admin', 'jcitizen', 'guest']

/** The name on the screen; `null` where none stands there. */
export const shownName = async ({ page }: Tab): Promise<string | null> => {
  const name = page.getByTitle('Signed in as')
  return (await name.count()) === 0 ? null : name.first().textContent({ timeout: 2000 })
}

const signInAt = async (context: BrowserContext, world: ChaosWorld, account: AccountName): Promise<void> => {
  const answer = await context.request.post(world.url + SESSION_PATH, {
    headers: { [CSRF_HEADER]: CSRF_VALUE, origin: world.url },
    data: { username: account, password: world.passwords[account] },
  })
  if (!answer.ok()) throw new Error(`Signing in as ${account} was answered with ${answer.status()}.`)
}

/** Opens a browser for each account, signed in, with one tab at the start page. */
export const openHall = async (browser: Browser, world: ChaosWorld): Promise<Hall> => {
  const desks = await Promise.all(
    PEOPLE.map(async (account, at): Promise<Desk> => {
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', baseURL: world.url })
      await signInAt(context, world, account)
      const name = `browser ${at}`
      const tab = await openTab(context, world.url, `${name}, tab 1`)
      await tab.page.goto('/')
      return { name, context, tabs: [tab], account, isOffline: false }
    }),
  )
  let permits: readonly Permit[] = []
  let judged = 0
  return {
    world,
    desks,
    closed: [],
    permit: async (tab, method, path) => {
      permits = [...permits, { tab: tab.name, user: await shownName(tab), method, path }]
    },
    expire: (tab) => {
      permits = permits.filter((permit) => permit.tab !== tab.name)
    },
    unexplained: () => {
      const { unexplained, left } = explainWrites(permits, world.wire.arrivals.slice(judged))
      judged = world.wire.arrivals.length
      permits = left
      return unexplained
    },
    isTroubled: false,
  }
}
