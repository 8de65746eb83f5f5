import type { PageName } from '#e2e/chaos/act.ts'
import type { AccountName } from '#e2e/sign-in.ts'
import { openTab as newTab } from '#e2e/chaos/tab.ts'
import { fillSignIn } from './clear-the-way.ts'
import { goTo, type Perform, rowOf } from './person-act.ts'
import { PATIENCE } from './press-button.ts'

type Walking = {
  readonly open: Perform<{ readonly page: PageName }>
  readonly openRow: Perform<{ readonly page: PageName; readonly nth: number }>
  readonly refresh: Perform<unknown>
  readonly reload: Perform<unknown>
  readonly back: Perform<unknown>
  readonly openTab: Perform<{ readonly page: PageName }>
  readonly closeTab: Perform<unknown>
  readonly search: Perform<{ readonly text: string }>
  readonly signOut: Perform<unknown>
  readonly signIn: Perform<{ readonly account: AccountName }>
}

/** How many tabs a browser has at most. */
const MOST_TABS = 2

/** Acts that change nothing at Bitbucket. */
export const walkingActs: Walking = {
  open: ({ page }, { tab }) => goTo(tab, page),
  openRow: async ({ page, nth }, { tab }) => {
    const { link } = await rowOf(tab, page, nth)
    await link.click(PATIENCE)
  },
  refresh: async (_act, { tab }) => {
    await tab.page.getByRole('button', { name: 'Refresh', exact: true }).click(PATIENCE)
  },
  reload: async (_act, { tab }) => {
    await tab.page.reload({ waitUntil: 'domcontentloaded', timeout: 5000 })
  },
  back: async (_act, { tab }) => {
    await tab.page.goBack({ waitUntil: 'domcontentloaded', timeout: 5000 })
  },
  openTab: async ({ page }, { hall, desk }) => {
    if (desk.tabs.length >= MOST_TABS) return
    const tab = await newTab(
      desk.context,
      hall.world.url,
      `${desk.name}, tab ${desk.tabs.length + hall.closed.length + 1}`,
    )
    desk.tabs = [...desk.tabs, tab]
    await tab.page.goto('/', { timeout: 5000 })
    await goTo(tab, page)
  },
  closeTab: async (_act, { hall, desk, tab }) => {
    if (desk.tabs.length === 1) return
    desk.tabs = desk.tabs.filter((each) => each !== tab)
    hall.closed.push(tab)
    await tab.page.close()
  },
  search: async ({ text }, { tab }) => {
    await tab.page.getByRole('searchbox').first().fill(text, PATIENCE)
  },
  signOut: async (_act, { tab }) => {
    await tab.page.getByRole('button', { name: 'Sign out', exact: true }).click(PATIENCE)
    await tab.page.getByRole('heading', { level: 1, name: 'Sign in', exact: true }).waitFor({ timeout: 5000 })
  },
  signIn: async ({ account }, { hall, desk, tab }) => {
    await tab.page.getByRole('button', { name: 'Sign out', exact: true }).click(PATIENCE)
    await tab.page.getByRole('heading', { level: 1, name: 'Sign in', exact: true }).waitFor({ timeout: 5000 })
    desk.account = account
    await fillSignIn(hall, tab, account)
  },
}
