import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test'

/** How fast the line and the processor are. */
export type Profile = { readonly name: string; readonly cpu: number; readonly isSlow4G: boolean }

/** What one visit cost: ms since the navigation began, bytes on the wire, megabytes of heap after a collection. */
export type Visit = {
  readonly paintMs: number
  readonly readyMs: number
  /** Until the first row reacts to a click: a row that the document drew is seen before. */
  readonly usableMs: number
  readonly blockingMs: number
  readonly bytes: number
  readonly requests: number
  readonly nodes: number
  readonly heapMb: number
  /** Cumulative layout shift until one second after the first row. */
  readonly shift: number
}

/** What to visit: the address, what counts as the first data row and as one that reacts, and cookies. */
export type Candidate = {
  readonly name: string
  readonly url: string
  readonly row: string
  readonly usable: string
  readonly state?: Awaited<ReturnType<BrowserContext['storageState']>>
}

/** 1.6 Mbit/s down, 0.75 up, 150 ms: what is called Slow 4G. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }

/** Runs in the page before anything else, and notes what happens there. */
const watch = ({ row, usable }: { row: string; usable: string }) => {
  const notes = { ready: 0, usable: 0, blocking: 0, shift: 0 }
  Object.assign(globalThis, { visitNotes: notes })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) notes.blocking += Math.max(0, entry.duration - 50)
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) notes.shift += Number(Reflect.get(entry, 'value'))
  }).observe({ type: 'layout-shift', buffered: true })
  const note = (selector: string, name: 'ready' | 'usable') => {
    const check = () => {
      if (document.querySelector(selector) === null) requestAnimationFrame(check)
      // The frame with the row is complete when the next task runs.
      else requestAnimationFrame(() => setTimeout(() => (notes[name] = performance.now())))
    }
    requestAnimationFrame(check)
  }
  note(row, 'ready')
  note(usable, 'usable')
}

const throttle = async (session: CDPSession, { cpu, isSlow4G }: Profile): Promise<void> => {
  await session.send('Network.enable')
  if (isSlow4G) await session.send('Network.emulateNetworkConditions', SLOW_4G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
}

const visit = async (page: Page, { url, row, usable }: Candidate, profile: Profile): Promise<Visit> => {
  const session = await page.context().newCDPSession(page)
  let bytes = 0
  let requests = 0
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (request.url.startsWith('http') && !request.url.includes('favicon')) requests += 1
  })
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await throttle(session, profile)
  await page.addInitScript(watch, { row, usable })
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => Reflect.get(Reflect.get(globalThis, 'visitNotes'), 'usable') > 0, null, {
    timeout: 60_000,
  })
  const [bytesThen, requestsThen] = [bytes, requests]
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await page.waitForTimeout(1000) // What shifts within a second of the first row is part of the visit.
  const notes = await page.evaluate(() => ({
    ...Reflect.get(globalThis, 'visitNotes'),
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    nodes: document.querySelectorAll('*').length,
  }))
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return {
    paintMs: notes.paint,
    readyMs: notes.ready,
    usableMs: notes.usable,
    blockingMs: notes.blocking,
    bytes: bytesThen,
    requests: requestsThen,
    nodes: notes.nodes,
    heapMb: usedSize / 1_000_000,
    shift: notes.shift,
  }
}

/** Visits with an empty cache, and then again with what the first visit left in it. */
export const measureVisits = async (
  browser: Browser,
  candidate: Candidate,
  profile: Profile,
): Promise<{ readonly cold: Visit; readonly warm: Visit }> => {
  const context = await browser.newContext(
    candidate.state === undefined ? {} : { storageState: candidate.state },
  )
  try {
    const first = await context.newPage()
    const cold = await visit(first, candidate, profile)
    await first.close()
    return { cold, warm: await visit(await context.newPage(), candidate, profile) }
  } finally {
    await context.close()
  }
}
