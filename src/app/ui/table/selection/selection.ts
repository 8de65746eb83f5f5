/** Ids of selected rows, outside React: a box that is ticked draws itself and not the table. */
export type Selection = {
  readonly get: () => ReadonlySet<string>
  readonly set: (ids: ReadonlySet<string>) => void
  readonly toggle: (id: string) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** An empty selection. It knows ids only, so a refresh that brings the same rows keeps it. */
export const createSelection = (): Selection => {
  const listeners = new Set<() => void>()
  let selected: ReadonlySet<string> = new Set()
  const set = (ids: ReadonlySet<string>) => {
    selected = ids
    for (const listener of listeners) listener()
  }
  return {
    get: () => selected,
    set,
    toggle: (id) => {
      const next = new Set(selected)
      if (!next.delete(id)) next.add(id)
      set(next)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
