import { expect, type Page, type Request } from '@playwright/test'
import { isHeldBack } from './sent-requests.ts'

/** What every page of the console must never do, watched while a test runs. */
export type PageGuard = {
  /** Everything seen so far; a test that provokes one takes it out. */
  readonly complaints: string[]
  /** Fails when something was seen, or when the page as it is now has an unsafe link. */
  readonly check: () => Promise<void>
}

const REPORT = '__reportViolation'

/** Links to something else than a web page, or with a referrer or opener for the target. */
const unsafeLinksOf = (page: Page, origin: string): Promise<string[]> =>
  page.locator('a[href]').evaluateAll(
    (links, home) =>
      links.flatMap((link) => {
        const raw = link.getAttribute('href') ?? ''
        const target = URL.parse(raw, document.baseURI)
        if (target?.origin === home) return []
        const rel = (link.getAttribute('rel') ?? '').split(/\s+/)
        const isWeb = target?.protocol === 'https:' || target?.protocol === 'http:'
        return isWeb && rel.includes('noopener') && rel.includes('noreferrer') ? [] : [raw]
      }),
    origin,
  )

const isElsewhere = (address: string, origin: string): boolean =>
  /^(?:https?|wss?):/.test(address) && new URL(address).origin !== origin

/** Watches a page of the console at `origin`, from before its first request. */
export const guardPage = async (page: Page, origin: string): Promise<PageGuard> => {
  const complaints: string[] = []
  page.on('console', (message) => {
    // The browser itself writes one for every answer of 400 and more; 404 "no preferred mirror" is a normal state.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return
    complaints.push(`console.error: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  const complain = (request: Request) => {
    if (isElsewhere(request.url(), origin)) complaints.push(`request to ${request.url()}`)
  }
  page.on('requestfinished', complain)
  page.on('requestfailed', (request) => {
    if (!isHeldBack(request)) complain(request)
  })
  page.on('websocket', (socket) => complaints.push(`socket to ${socket.url()}`))
  page.on('worker', (worker) => complaints.push(`worker ${worker.url()}`))
  await page.exposeFunction(REPORT, (violation: string) => complaints.push(`policy violation: ${violation}`))
  await page.addInitScript((report) => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const send: unknown = Reflect.get(globalThis, report)
      if (typeof send === 'function') send(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`)
    })
  }, REPORT)

  const check = async (): Promise<void> => {
    expect(complaints, 'what the page must never do').toEqual([])
    if (page.isClosed() || !page.url().startsWith(origin)) return
    expect(await unsafeLinksOf(page, origin), 'links that are not safe to follow').toEqual([])
  }
  return { complaints, check }
}
