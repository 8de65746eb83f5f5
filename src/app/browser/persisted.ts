import { useSyncExternalStore } from 'react'
import * as v from 'valibot'
import { createStore, type Store } from './store.ts'

/** A value that is kept in this browser. */
export type Persisted<Value> = Store<Value> & {
  /** Forgets the value: the initial one holds again. */
  readonly reset: () => void
}

/** With what the name of everything begins that is kept in this browser. */
export const PREFIX = 'mirror-console-'

/** `undefined` where the storage is refused. */
const readText = (key: string): string | null | undefined => {
  try {
    return localStorage.getItem(key)
  } catch {
    return undefined
  }
}

/** Whether the storage took it; it may be full or refused. */
const writeText = (key: string, text: string | null): boolean => {
  try {
    if (text === null) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * A value of this browser, the same in all tabs. What stays after sign-out belongs to the browser, or has the user in
 * its name. Text that does not fit the schema counts as none; without storage the value lives as long as the page.
 *
 * @param schema of the value as it is written: words as themselves, anything else as JSON.
 */
export const persisted = <Value>(
  name: string,
  schema: v.GenericSchema<unknown, Value>,
  initial: Value,
): Persisted<Value> => {
  const key = PREFIX + name
  const memory = createStore(initial)
  /** The storage did not take the last value, so what it holds is older. */
  let isAhead = false
  const valueOf = (text: string | null): Value => {
    if (text === null) return initial
    const word = v.safeParse(schema, text)
    const read = word.success ? word : v.safeParse(schema, parsed(text))
    return read.success ? read.output : initial
  }
  let cached: { readonly text: string | null; readonly value: Value } = { text: null, value: initial }
  const get = (): Value => {
    const text = isAhead ? undefined : readText(key)
    if (text === undefined) return memory.get()
    if (text !== cached.text) cached = { text, value: valueOf(text) }
    return cached.value
  }
  const keep = (value: Value, text: string | null): void => {
    isAhead = !writeText(key, text)
    if (!isAhead) cached = { text, value }
    memory.set(value)
  }
  const subscribe = (listener: () => void) => {
    const follow = (event: StorageEvent) => {
      // Without a key, everything was cleared.
      if (event.key !== null && event.key !== key) return
      isAhead = false
      listener()
    }
    addEventListener('storage', follow)
    const leave = memory.subscribe(listener)
    return () => {
      removeEventListener('storage', follow)
      leave()
    }
  }
  return {
    get,
    set: (value) => keep(value, typeof value === 'string' ? value : JSON.stringify(value)),
    reset: () => keep(initial, null),
    subscribe,
    use: () => useSyncExternalStore(subscribe, get, get),
  }
}

/** Removes from this browser whatever has a name that begins so, but for the one of exactly this name. */
export const forgetStored = (beginning: string, exception?: string): void => {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX + beginning) && key !== PREFIX + String(exception))
        localStorage.removeItem(key)
    }
  } catch {
    // Without storage there is nothing to remove.
  }
}

/** Values of one kind, each under its own name: `name` and what `of` is given. The same name gives the same store. */
export const persistedBy = <Value>(name: string, schema: v.GenericSchema<unknown, Value>, initial: Value) => {
  const stores = new Map<string, Persisted<Value>>()
  return {
    of: (rest: string): Persisted<Value> => {
      const store = stores.get(rest) ?? persisted(name + rest, schema, initial)
      stores.set(rest, store)
      return store
    },
    /** Forgets all of them, also those that no page has asked for yet. */
    resetAll: (): void => {
      // Without storage only the values in memory are left to forget.
      forgetStored(name)
      for (const store of stores.values()) store.reset()
    },
  }
}
