/** Lets a few in at a time, per key. */
export type ConcurrencyLimit = {
  /** A function that leaves again, or `null` when no place became free in time or before `signal` aborted. */
  enter(key: string, signal?: AbortSignal): Promise<(() => void) | null>
}

/** At most `places` per key at once; others wait up to `waitMs`, at most `queue` of them. */
export const createConcurrencyLimit = (limits: {
  readonly places: number
  readonly queue: number
  readonly waitMs: number
}): ConcurrencyLimit => {
  const gates = new Map<string, { inside: number; readonly waiting: Set<() => void> }>()
  return {
    enter: (key, signal) => {
      const gate = gates.get(key) ?? { inside: 0, waiting: new Set() }
      gates.set(key, gate)
      const leave = () => {
        const [next] = gate.waiting
        if (next !== undefined) next()
        else if (--gate.inside === 0) gates.delete(key)
      }
      if (gate.inside < limits.places) {
        gate.inside += 1
        return Promise.resolve(leave)
      }
      if (gate.waiting.size >= limits.queue) return Promise.resolve(null)
      return new Promise((resolve) => {
        const stopWaiting = () => {
          clearTimeout(timer)
          gate.waiting.delete(admit)
          signal?.removeEventListener('abort', giveUp)
        }
        const admit = () => {
          stopWaiting()
          // The place is handed over, so the count inside stays the same.
          resolve(leave)
        }
        const giveUp = () => {
          stopWaiting()
          resolve(null)
        }
        const timer = setTimeout(giveUp, limits.waitMs)
        gate.waiting.add(admit)
        signal?.addEventListener('abort', giveUp, { once: true })
        if (signal?.aborted === true) giveUp()
      })
    },
  }
}
