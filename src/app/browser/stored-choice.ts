import { useSyncExternalStore } from 'react'
import { localSetting } from './local-setting.ts'

/**
 * One of a few values, chosen in this browser and the same everywhere on the page. Without storage the choice lives as
 * long as the page does.
 *
 * @param choices what may be chosen; the first one holds until somebody chooses, and for anything else in the storage.
 */
export const storedChoice = <Value extends string>(name: string, choices: readonly [Value, ...Value[]]) => {
  const setting = localSetting(name)
  const listeners = new Set<() => void>()
  let current: Value | null = null
  const get = (): Value => {
    if (current === null) {
      const text = setting.read()
      current = choices.find((choice) => choice === text) ?? choices[0]
    }
    return current
  }
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }
  return {
    get,
    /** Chooses by a value or by its text; a text that names no choice changes nothing. */
    set: (text: string): void => {
      const choice = choices.find((value) => value === text)
      if (choice === undefined) return
      current = choice
      setting.write(choice)
      for (const listener of listeners) listener()
    },
    use: (): Value => useSyncExternalStore(subscribe, get, get),
  }
}
