import { useSyncExternalStore } from 'react'

/** One value outside React. All who use it see each change. */
export type Store<Value> = {
  /** The same object until the value changes. */
  readonly get: () => Value
  readonly set: (value: Value) => void
  /** @returns ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void
  /** The value, for a component. */
  readonly use: () => Value
}

/** A value in memory: it ends with the page. */
export const createStore = <Value>(initial: Value): Store<Value> => {
  const listeners = new Set<() => void>()
  let current = initial
  const get = (): Value => current
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }
  return {
    get,
    set: (value) => {
      current = value
      for (const listener of listeners) listener()
    },
    subscribe,
    use: () => useSyncExternalStore(subscribe, get, get),
  }
}
