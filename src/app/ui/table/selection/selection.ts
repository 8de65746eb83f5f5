import { createStore, type Store } from '#app/browser/store.ts'

/** Ids of selected rows, outside React: a box that is ticked draws itself and not the table. */
export type Selection = Store<ReadonlySet<string>> & { readonly toggle: (id: string) => void }

/** An empty selection. It knows ids only, so a refresh that brings the same rows keeps it. */
export const createSelection = (): Selection => {
  const store = createStore<ReadonlySet<string>>(new Set())
  return {
    ...store,
    toggle: (id) => {
      const next = new Set(store.get())
      if (!next.delete(id)) next.add(id)
      store.set(next)
    },
  }
}
