import { createStore } from './store.ts'

/** What a printed list is described by. */
export type SheetFacts = {
  /** What is counted, in the plural. */
  readonly noun: string
  /** How many rows there are to print, and of how many that were read and match. */
  readonly rows: number
  readonly of: number
  /** Whether the list goes on after what was read. */
  readonly hasMore: boolean
  readonly search: string
  /** Whether a search or a filter narrows the list. */
  readonly isNarrowed: boolean
  /** Why the others are not there; by default, a file has them. */
  readonly why?: string
}

/** How lists are printed. */
export type Printing = {
  /** How many rows of a list. */
  readonly rows: number
  /** What of a list is on the paper, in words. */
  readonly wordsOf: (facts: SheetFacts) => string
}

/** While the page is being printed, how; `null` otherwise. What prints brings it along: no page needs it before. */
export const printing = createStore<Printing | null>(null)
