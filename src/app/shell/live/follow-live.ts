import type { QueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { basePath } from '#app/browser/base-path.ts'
import { liveFeed } from '#app/api/live-feed.ts'
import { applyLiveMessage } from './apply-live-message.ts'
import { type LiveMessage, liveMessage } from './live-message.ts'
import { holdLiveStream } from './live-stream.ts'

const forget = (): void => liveFeed.note(null)

/**
 * Follows the events of one session. All tabs of a browser share one connection, since a browser has six of them for one
 * host: the tab that gets the lock holds it and passes each event on. Where the browser has no locks (without TLS, say)
 * or no channels, nothing happens, and tabs go on asking.
 *
 * @param mark of the page's session: its tabs share no stream with those of another one.
 * @returns ends it for this tab; another one takes over.
 */
export const followLive = (client: QueryClient, mark: string): (() => void) => {
  if (!('locks' in navigator) || !('BroadcastChannel' in globalThis)) return () => undefined
  const name = `mirror-console-live${basePath()} ${mark}`
  const over = new AbortController()
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const read = v.safeParse(liveMessage, data)
    if (read.success) applyLiveMessage(client, read.output)
  })
  const onMessage = (message: LiveMessage) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- The rule is for windows: a channel has no target, and reaches its own origin only.
    channel.postMessage(message)
    applyLiveMessage(client, message)
  }
  navigator.locks
    .request(name, { signal: over.signal }, () => holdLiveStream({ mark, onMessage, signal: over.signal }))
    // It was aborted while it waited, or the browser refuses locks here.
    .catch(() => undefined)
  addEventListener('offline', forget, { signal: over.signal })
  return () => {
    over.abort()
    channel.close()
    forget()
  }
}
