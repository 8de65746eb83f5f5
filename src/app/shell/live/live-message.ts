import * as v from 'valibot'
import { liveEvent } from '#contract/events.ts'

/** An event as the tab that receives it passes it on to the others. */
export const liveMessage = v.object({
  /** The mark of the session whose event it is. */
  mark: v.string(),
  /** When it came, epoch ms by this browser's clock. */
  heardAt: v.number(),
  /** This browser's clock minus the gateway's, in ms: added to a time of the event, it is one of this browser. */
  aheadMs: v.number(),
  event: liveEvent,
})

/** See {@link liveMessage}. */
export type LiveMessage = v.InferOutput<typeof liveMessage>
