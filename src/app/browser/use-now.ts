import { useSyncExternalStore } from 'react'

/** How often ages on screen move on, in ms: so much older than the time they can be. */
export const TICK_MS = 5000

const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  now = Date.now()
  timer ??= setInterval(() => {
    now = Date.now()
    for (const notify of listeners) notify()
  }, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/**
 * The time, epoch ms, from one clock for the whole screen. Only the component that calls it renders on a tick, so
 * it belongs into the smallest one: never into a table.
 */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
