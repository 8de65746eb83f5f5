import { createStore, type Store } from './store.ts'

const resets = new Set<() => void>()

/** A value that belongs to the person who is signed in. It is kept in memory alone, and forgotten at sign-out. */
export const personalStore = <Value>(initial: Value): Store<Value> => {
  const store = createStore(initial)
  resets.add(() => store.set(initial))
  return store
}

/** Forgets everything that belongs to the person: at sign-out, and when someone signs in. */
export const forgetPerson = (): void => {
  for (const reset of resets) reset()
}
