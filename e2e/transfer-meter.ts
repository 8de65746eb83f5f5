import type { Page } from '@playwright/test'

/** One request and what it cost on the wire, headers and compressed body, in bytes. */
export type Transfer = {
  readonly url: string
  readonly type: string
  /** What was sent along; empty for a plain question. */
  readonly sent: string
  readonly bytes: number
  /** When it was asked for, epoch ms. */
  readonly at: number
}

/** Counts what a page transfers from now on. Data addresses cost nothing and are left out. */
export const meterTransfers = async (page: Page): Promise<() => readonly Transfer[]> => {
  const session = await page.context().newCDPSession(page)
  const open = new Map<string, Transfer & { bytes: number }>()
  session.on('Network.requestWillBeSent', ({ requestId, request, type, wallTime }) => {
    const { url, postData: sent = '' } = request
    if (/^https?:/.test(url)) {
      open.set(requestId, { url, type: type ?? 'Other', sent, bytes: 0, at: wallTime * 1000 })
    }
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const transfer = open.get(requestId)
    if (transfer !== undefined) transfer.bytes = encodedDataLength
  })
  await session.send('Network.enable')
  return () => [...open.values()]
}
