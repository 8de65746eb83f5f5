import type { BrowserContext, Page } from '@playwright/test'
import { guardPage, type PageGuard } from '#e2e/page-guard.ts'
import type { Said } from './promises/claim.ts'

/** One tab of a browser, and everything it has said and asked for. */
export type Tab = {
  readonly name: string
  readonly page: Page
  readonly guard: PageGuard
  /** Every sentence of a live region or about an outcome, with the name on the screen. */
  readonly said: readonly Said[]
  /** Addresses of every request and of every page it was at. */
  readonly addresses: ReadonlySet<string>
  /** Writes without an answer yet. */
  readonly pendingWrites: () => number
}

const SAY = '__say'

/** Reports what live regions say, and what a dialog says became of a decision. */
const listen = (say: string): void => {
  const report = (text: string) => {
    const send: unknown = Reflect.get(globalThis, say)
    const user = document.querySelector('[title="Signed in as"]')?.textContent ?? null
    if (typeof send === 'function') send(text, user)
  }
  new MutationObserver((changes) => {
    const places = new Set<Element>()
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement
      const region = element?.closest('[role="status"]')
      const dialog = element?.closest('[role="dialog"]')
      if (region) places.add(region)
      if (dialog) places.add(dialog)
    }
    for (const place of places) {
      const text = place.textContent ?? ''
      if (place.getAttribute('role') === 'status') report(text)
      const [outcome] = /This request is \w+ now/.exec(text) ?? []
      const title = place.querySelector('h2')?.textContent ?? ''
      if (place.getAttribute('role') === 'dialog' && outcome !== undefined) report(`${title} ${outcome}`)
    }
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

/** Opens a blank tab that is watched from its first request. */
export const openTab = async (context: BrowserContext, url: string, name: string): Promise<Tab> => {
  const page = await context.newPage()
  const said: Said[] = []
  const addresses = new Set<string>()
  let pending = 0
  page.on('framenavigated', (frame) => addresses.add(frame.url()))
  page.on('request', (request) => {
    addresses.add(request.url())
    if (request.method() !== 'GET') pending += 1
  })
  const end = (method: string) => {
    if (method !== 'GET') pending -= 1
  }
  page.on('requestfinished', (request) => end(request.method()))
  page.on('requestfailed', (request) => end(request.method()))
  const guard = await guardPage(page, url)
  await page.exposeFunction(SAY, (text: string, user: string | null) => {
    if (text !== '') said.push({ text, user })
  })
  await page.addInitScript(listen, SAY)
  return { name, page, guard, said, addresses, pendingWrites: () => pending }
}
