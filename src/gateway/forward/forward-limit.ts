/** Counts the requests that are under way at this moment, over all and per user. */
export type ForwardLimit = {
  /** A function that leaves again, or `null` when there is no place: nothing waits, since waiting is what overloads. */
  enter(user: string): (() => void) | null
  /** Requests under way. */
  readonly underWay: () => number
}

/**
 * At most `overall` at once, and `perUser` of them for one user, however many sessions that user has. A user who has a
 * place already gets another one only while more places are free than that user holds: so a few users with hanging
 * requests cannot fill the lane, and a newcomer still finds a place.
 */
export const createForwardLimit = (limits: {
  readonly overall: number
  readonly perUser: number
}): ForwardLimit => {
  const byUser = new Map<string, number>()
  let all = 0
  return {
    enter: (user) => {
      const own = byUser.get(user) ?? 0
      const free = limits.overall - all
      if (free <= 0 || own >= limits.perUser || (own > 0 && own >= free)) return null
      all += 1
      byUser.set(user, own + 1)
      let hasLeft = false
      return () => {
        if (hasLeft) return
        hasLeft = true
        all -= 1
        const left = (byUser.get(user) ?? 1) - 1
        if (left === 0) byUser.delete(user)
        else byUser.set(user, left)
      }
    },
    underWay: () => all,
  }
}
