/** Lets a few in at a time, per key. */
export type ConcurrencyLimit = {
  /** A function that leaves again, or `null` when no place became free in time. */
  enter(key: string): Promise<(() => void) | null>
}

/** At most `places` per key at once; others wait up to `waitMs`, at most `queue` of them. */
export const createConcurrencyLimit = (limits: {
  readonly places: number
  readonly queue: number
  readonly waitMs: number
}): ConcurrencyLimit => {
  const gates = new Map<string, { inside: number; readonly waiting: Set<() => void> }>()
  return {
    enter: (key) => {
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
        const admit = () => {
          clearTimeout(timer)
          gate.waiting.delete(admit)
          // The place of whoever left passes on, so the count inside stays.
          resolve(leave)
        }
        const timer = setTimeout(() => {
          gate.waiting.delete(admit)
          resolve(null)
        }, limits.waitMs)
        gate.waiting.add(admit)
      })
    },
  }
}
