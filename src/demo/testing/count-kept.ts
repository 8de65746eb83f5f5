import type { QueryClient } from '@tanstack/react-query'
import { vi } from 'vitest'

type ListenerOptions = boolean | AddEventListenerOptions | undefined

const isCapture = (options: ListenerOptions): boolean =>
  typeof options === 'object' ? options.capture === true : options === true

const isGone = (options: ListenerOptions): boolean =>
  typeof options === 'object' && (options.once === true || options.signal?.aborted === true)

const isGlobal = (target: unknown): boolean =>
  target === window || target === document || target === undefined

/** Whether two calls are about the same listener of the same thing, as the browser sees it. */
const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.every((part, at) => part === other[at])

/**
 * Counts from now on what a tab keeps while it lives: all of it has to be flat, however long that is.
 *
 * @returns the numbers of queries, of who watches them, of listeners of window and document, of elements, and of letters
 * in the storage.
 */
export const countKept = (client: QueryClient): (() => Readonly<Record<string, number>>) => {
  const added = vi.spyOn(EventTarget.prototype, 'addEventListener').mock
  const removed = vi.spyOn(EventTarget.prototype, 'removeEventListener').mock
  const listeners = (): number => {
    const calls = [added, removed].flatMap(({ calls, contexts, invocationCallOrder }, kind) =>
      calls.map(([type, listener, options], at) => ({
        isAdded: kind === 0,
        order: invocationCallOrder[at] ?? 0,
        target: contexts[at],
        options,
        key: [contexts[at], type, listener, isCapture(options)],
      })),
    )
    const heard: (readonly unknown[])[] = []
    for (const { isAdded, target, options, key } of calls.toSorted((a, b) => a.order - b.order)) {
      if (!isGlobal(target)) continue
      const at = heard.findIndex((one) => isSame(one, key))
      if (at !== -1) heard.splice(at, 1)
      if (isAdded && !isGone(options)) heard.push(key)
    }
    return heard.length
  }
  return () => {
    const queries = client.getQueryCache().getAll()
    return {
      queries: queries.length,
      watchers: queries.reduce((sum, query) => sum + query.getObserversCount(), 0),
      listeners: listeners(),
      elements: document.querySelectorAll('body *').length,
      stored: JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]).length,
    }
  }
}
