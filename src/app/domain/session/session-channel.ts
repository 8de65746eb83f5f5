import type { Session } from '#contract/session.ts'
import { basePath } from '#app/browser/base-path.ts'

/**
 * The channel between the tabs of one console: they share an origin and a path, as they share the cookie. `null` in a
 * browser that has no channels; the gateway's refusal is what remains there.
 */
export const openSessionChannel = (): BroadcastChannel | null =>
  'BroadcastChannel' in globalThis ? new BroadcastChannel(`mirror-console-session${basePath()}`) : null

/** Sends the other tabs of this browser the session that the cookie belongs to now. */
export const announceSession = (current: Session): void => {
  const channel = openSessionChannel()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- The rule is for windows: a channel has no target, and reaches its own origin only.
  channel?.postMessage(current)
  channel?.close()
}
