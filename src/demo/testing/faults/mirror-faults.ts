import type { ProbeFailure } from '#contract/probe.ts'
import type { MirrorReply } from '#gateway/mirrors/mirror-reply.ts'
import type { MirrorFault } from './fault-switch.ts'

/** The mirror gives no answer, for this reason. */
export const failing =
  (failure: ProbeFailure, status: number | null = null): MirrorFault =>
  () =>
    Promise.resolve({ kind: 'failed', failure, status, date: null, detail: null })

/** The mirror answers this. */
export const replying =
  (status: number, body: string): MirrorFault =>
  () =>
    Promise.resolve({ kind: 'replied', status, date: new Date().toUTCString(), body })

/** The mirror answers, and says another time: `aheadMs` after its own. */
export const clockAhead =
  (aheadMs: number): MirrorFault =>
  async (_link, ask) => {
    const reply = await ask()
    return { ...reply, date: reply.date && new Date(Date.parse(reply.date) + aheadMs).toUTCString() }
  }

/** The mirror says of a repository, or of itself, what `change` makes of its own words. */
export const saying =
  (change: (body: string) => string): MirrorFault =>
  async (_link, ask) => {
    const reply: MirrorReply = await ask()
    return reply.kind === 'replied' ? { ...reply, body: change(reply.body) } : reply
  }
