import { PROBE_PATH, type ProbeRequest, type ProbeResult, probeResult } from '#contract/probe.ts'
import { read, send } from '#app/api/client.ts'
import { createMirrorAsker } from './mirror-asker.ts'
import { createMirrorQueue, type QueueLimits } from './mirror-queue.ts'

/**
 * Browsers open six connections to one server over HTTP/1.1: mirrors that hang must leave one for everything else.
 * Two questions at once are all that one mirror is asked to bear.
 */
export const QUEUE_LIMITS: QueueLimits = { perMirror: 2, inAll: 5, background: 4 }

/** Asks one mirror about one repository through the gateway, past queue and cache. Only for work inside the queue. */
export const probeMirror = async (question: ProbeRequest, signal: AbortSignal): Promise<ProbeResult> =>
  read(
    probeResult,
    await send(
      {
        method: 'POST',
        target: PROBE_PATH,
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: JSON.stringify(question),
      },
      signal,
    ),
  )

/** The one queue of this tab: whatever asks a mirror goes through it. */
export const mirrorQueue = createMirrorQueue(QUEUE_LIMITS)

/** How everything in this tab asks mirrors. */
export const mirrorAsker = createMirrorAsker(probeMirror, mirrorQueue)
