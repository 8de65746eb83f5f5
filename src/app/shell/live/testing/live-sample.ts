import type { FleetEvent, LiveEvent } from '#contract/events.ts'
import type { Session } from '#contract/session.ts'
import { pageSession } from '#app/api/page-session.ts'
import { createQueryClient } from '#app/api/query-client.ts'
import { sessionKey } from '#app/api/session-key.ts'
import type { LiveMessage } from '#app/shell/live/live-message.ts'

/** The mark of the session of {@link signedInClient}. */
export const MARK = 'mark-of-alice'

/** A cache of somebody who is signed in. */
export const signedInClient = () => {
  const client = createQueryClient()
  const session: Session = {
    user: 'alice',
    isNamed: true,
    mark: MARK,
    upstream: 'https://bitbucket.example.com',
    signIn: 'own',
    copiesLastMs: null,
    isWatched: true,
    embedded: null,
  }
  client.setQueryData(sessionKey, session)
  pageSession.bind(MARK)
  return client
}

/** What a round saw at `at` (epoch ms) of a mirror "a", which answered. */
export const fleetEvent = (at: number, more: Partial<FleetEvent> = {}): FleetEvent => ({
  event: 'fleet',
  sentAt: at,
  at,
  clockDifferenceMs: 0,
  requestsAt: null,
  mirrors: [
    {
      mirror: {
        id: 'a',
        name: 'A',
        baseUrl: 'https://a.example.com',
        enabled: true,
        lastSeenDate: at,
        mirrorType: null,
        productType: null,
        productVersion: null,
      },
      check: {
        mirrorId: 'a',
        checkedAt: at,
        tookMs: 20,
        clockDifferenceMs: 0,
        certificateEnds: null,
        outcome: { kind: 'without-status', httpStatus: 404 },
      },
    },
  ],
  ...more,
})

/** An event that came now, from a gateway whose clock is this browser's. */
export const heardNow = (event: LiveEvent, more: Partial<LiveMessage> = {}): LiveMessage => ({
  mark: MARK,
  heardAt: Date.now(),
  aheadMs: 0,
  event,
  ...more,
})
