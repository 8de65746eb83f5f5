/** Counts the requests that are forwarded at this moment, over all and per session. */
export type ForwardLimit = {
  /** A function that leaves again, or `null` when there is no place: nobody waits, since waiting is what overloads. */
  enter(sessionId: string): (() => void) | null
  /** Requests under way. */
  readonly underWay: () => number
}

/** At most `overall` at once, and `perSession` of them for one session, so that nobody takes all places. */
export const createForwardLimit = (limits: {
  readonly overall: number
  readonly perSession: number
}): ForwardLimit => {
  const bySession = new Map<string, number>()
  let all = 0
  return {
    enter: (sessionId) => {
      const own = bySession.get(sessionId) ?? 0
      if (all >= limits.overall || own >= limits.perSession) return null
      all += 1
      bySession.set(sessionId, own + 1)
      let hasLeft = false
      return () => {
        if (hasLeft) return
        hasLeft = true
        all -= 1
        const left = (bySession.get(sessionId) ?? 1) - 1
        if (left === 0) bySession.delete(sessionId)
        else bySession.set(sessionId, left)
      }
    },
    underWay: () => all,
  }
}
