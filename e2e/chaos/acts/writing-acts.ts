import type { Locator } from '@playwright/test'
import type { Press } from '#e2e/chaos/act.ts'
import type { Tab } from '#e2e/chaos/tab.ts'
import { goTo, type Perform, rowOf } from './person-act.ts'
import { PATIENCE, pressButton } from './press-button.ts'

type Pressed = { readonly press: Press }
type Chosen = Pressed & { readonly nth: number }

type Writing = {
  readonly decide: Perform<Chosen & { readonly decision: keyof typeof DECISIONS }>
  readonly rejectMany: Perform<Pressed & { readonly count: number }>
  readonly register: Perform<Pressed & { readonly number: number }>
  readonly prefer: Perform<Chosen>
  readonly clearPreference: Perform<unknown>
  readonly removeMirror: Perform<Chosen>
  readonly correct: Perform<Chosen>
  readonly checkCredentials: Perform<Pressed>
}

const API = '/rest/mirroring/latest'
const REQUESTS = `${API}/requests`
const PREFERRED = `${API}/account/settings/preferred-mirror`

/** How long a person waits for an outcome before doing something else, in ms. */
const OUTCOME = { timeout: 4000 } as const

const DECISIONS = {
  accept: { open: /^Accept (?!selected)/, send: 'Accept mirror', method: 'POST', rest: '/accept' },
  reject: { open: /^Reject (?!selected)/, send: 'Reject request', method: 'POST', rest: '/reject' },
  delete: { open: /^Delete request of /, send: 'Delete request', method: 'DELETE', rest: '' },
} as const

/** Waits until a dialog is gone or its outcome is there; what takes longer goes on meanwhile. */
const awaitOutcome = async ({ page }: Tab, dialog: Locator): Promise<void> => {
  const ended = dialog
    .getByRole('button', { name: /^(?:Done|Check again|Close)$/ })
    .or(dialog.getByRole('alert'))
  await Promise.race([
    dialog.waitFor({ state: 'hidden', ...OUTCOME }),
    ended.first().waitFor(OUTCOME),
    page.getByRole('dialog', { name: 'Sign in again' }).waitFor(OUTCOME),
  ]).catch(() => undefined)
}

/** Agrees to what the dialog asks for: a tick, or the host of the address. */
const consent = async (dialog: Locator, address: string): Promise<void> => {
  const tick = dialog.getByRole('checkbox').first()
  const field = dialog.getByRole('textbox').first()
  await tick.or(field).first().waitFor(PATIENCE)
  if ((await tick.count()) > 0) await tick.check(PATIENCE)
  else await field.fill(new URL(address).hostname, PATIENCE)
}

/** Acts that write, each with the one write that it may send. */
export const writingActs: Writing = {
  decide: async ({ decision, nth, press }, { hall, tab }) => {
    const { open, send, method, rest } = DECISIONS[decision]
    await goTo(tab, 'Requests')
    const buttons = tab.page.getByRole('table').getByRole('button', { name: open })
    await buttons.first().waitFor(PATIENCE)
    const button = buttons.nth(nth % (await buttons.count()))
    const row = button.locator('xpath=ancestor::tr')
    const href = await row.locator('[scope="row"] a').getAttribute('href', PATIENCE)
    const address =
      decision === 'accept' ? await row.getByRole('link', { name: /^https?:/ }).innerText(PATIENCE) : ''
    await button.click(PATIENCE)
    const dialog = tab.page.getByRole('dialog')
    if (decision === 'accept') await consent(dialog, address)
    const id = href?.split('/').at(-1) ?? ''
    await hall.permit(tab, method, `${REQUESTS}/${id}${rest}`)
    await pressButton(dialog.getByRole('button', { name: send, exact: true }), press)
    await awaitOutcome(tab, dialog)
  },
  rejectMany: async ({ count, press }, { hall, tab }) => {
    await goTo(tab, 'Requests')
    const ticks = tab.page.getByRole('table').getByRole('checkbox', { name: /^Select (?!all shown)/ })
    await ticks.first().waitFor(PATIENCE)
    const rows = tab.page.locator('tbody [scope="row"] a')
    const many = Math.min(count, await ticks.count())
    for (let at = 0; at < many; at += 1) {
      await ticks.nth(at).check(PATIENCE)
      const href = await rows.nth(at).getAttribute('href', PATIENCE)
      await hall.permit(tab, 'POST', `${REQUESTS}/${href?.split('/').at(-1) ?? ''}/reject`)
    }
    await tab.page.getByRole('button', { name: 'Reject selected', exact: true }).click(PATIENCE)
    const dialog = tab.page.getByRole('dialog')
    await pressButton(dialog.getByRole('button', { name: /^Reject [\d,]+ requests?$/ }), press)
    await awaitOutcome(tab, dialog)
  },
  register: async ({ number, press }, { hall, tab }) => {
    await goTo(tab, 'Requests')
    await tab.page.getByRole('link', { name: 'Register a mirror' }).click(PATIENCE)
    const field = (name: string) => tab.page.getByRole('textbox', { name, exact: true })
    await field('Name').fill(`Registered ${number}`, PATIENCE)
    await field('Mirror id').fill(`REGISTERED-${number}`, PATIENCE)
    await field('Address').fill(`https://registered-${number}.example.com`, PATIENCE)
    await field('Version').fill('8.16.2', PATIENCE)
    await hall.permit(tab, 'POST', REQUESTS)
    await pressButton(tab.page.getByRole('button', { name: 'Register mirror' }), press)
    await tab.page.getByRole('heading', { level: 1, name: `Registered ${number}` }).waitFor(OUTCOME)
  },
  prefer: async ({ nth, press }, { hall, tab }) => {
    await goTo(tab, 'Preferred mirror')
    const choices = tab.page.getByRole('radiogroup', { name: 'Preferred mirror' }).getByRole('radio')
    await choices.first().waitFor(PATIENCE)
    await choices.nth(nth % (await choices.count())).check(PATIENCE)
    await hall.permit(tab, 'POST', PREFERRED)
    await pressButton(tab.page.getByRole('button', { name: 'Save', exact: true }), press)
    await tab.page.getByRole('status').filter({ hasText: 'is now your preferred mirror' }).waitFor(OUTCOME)
  },
  clearPreference: async (_act, { hall, tab }) => {
    await goTo(tab, 'Preferred mirror')
    const button = tab.page.getByRole('button', { name: 'Clear preference' })
    await button.waitFor(PATIENCE)
    if (await button.isDisabled()) return
    await hall.permit(tab, 'DELETE', PREFERRED)
    await button.click(PATIENCE)
    await tab.page.getByRole('status').filter({ hasText: 'You have no preferred mirror' }).waitFor(OUTCOME)
  },
  removeMirror: async ({ nth, press }, { hall, tab }) => {
    const { link, id } = await rowOf(tab, 'Mirrors', nth)
    const name = await link.innerText(PATIENCE)
    await link.click(PATIENCE)
    await tab.page.getByRole('link', { name: 'Danger zone', exact: true }).click(PATIENCE)
    await tab.page.getByRole('button', { name: 'Remove this mirror server' }).click(PATIENCE)
    const dialog = tab.page.getByRole('dialog')
    await dialog.getByRole('textbox').fill(name, PATIENCE)
    await hall.permit(tab, 'DELETE', `${API}/mirrorServers/${id}`)
    await pressButton(dialog.getByRole('button', { name: 'Remove mirror', exact: true }), press)
    await awaitOutcome(tab, dialog)
  },
  correct: async ({ nth, press }, { hall, tab }) => {
    const { link, id } = await rowOf(tab, 'Mirrors', nth)
    await link.click(PATIENCE)
    await tab.page.getByRole('link', { name: 'Record', exact: true }).click(PATIENCE)
    const version = tab.page.getByRole('textbox', { name: 'Version', exact: true })
    await version.fill((await version.inputValue(PATIENCE)) === '8.16.2' ? '8.16.1' : '8.16.2', PATIENCE)
    await tab.page.getByRole('button', { name: 'Correct the record' }).click(PATIENCE)
    const dialog = tab.page.getByRole('dialog')
    await hall.permit(tab, 'PUT', `${API}/mirrorServers/${id}`)
    await pressButton(dialog.getByRole('button', { name: 'Correct record', exact: true }), press)
    await awaitOutcome(tab, dialog)
  },
  checkCredentials: async ({ press }, { hall, tab }) => {
    await goTo(tab, 'Diagnostics')
    await tab.page.getByRole('textbox', { name: 'Username' }).fill('jcitizen', PATIENCE)
    await tab.page.getByRole('textbox', { name: 'Password' }).fill(hall.world.passwords.jcitizen, PATIENCE)
    await hall.permit(tab, 'POST', `${API}/authenticate`)
    await pressButton(tab.page.getByRole('button', { name: 'Check credentials', exact: true }), press)
  },
}
