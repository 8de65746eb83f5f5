import { CSRF_FORM } from '#contract/session.ts'
import { BoundedMap } from '#gateway/http/bounded-map.ts'

/** How long a write is remembered, in ms. A browser that repeats one does so immediately. */
const REMEMBERED_MS = 60_000

/** Writes remembered at once; beyond, the oldest are forgotten. An entry is about 150 bytes. */
const MAX_WRITES = 4096

/** Detects writes that arrive a second time. */
export type WriteMemory = {
  /** Whether this session sent a write with this value of the custom header before; remembers it if not. */
  isRepeated(mark: string, csrfValue: string): boolean
}

/**
 * Remembers writes by the key that the console gives to each. It holds for this process alone: of two replicas,
 * the other one does not know it. A value without a key is never a repetition. `now` is epoch ms.
 */
export const createWriteMemory = (now: () => number): WriteMemory => {
  const sentAt = new BoundedMap<string, number>(MAX_WRITES)
  return {
    isRepeated: (mark, csrfValue) => {
      const [, key] = CSRF_FORM.exec(csrfValue) ?? []
      if (key === undefined) return false
      const write = `${mark} ${key}`
      const before = sentAt.get(write)
      if (before !== undefined && now() - before < REMEMBERED_MS) return true
      sentAt.set(write, now())
      return false
    },
  }
}
