import * as v from 'valibot'
import type { Silence } from '#contract/silences.ts'
import { persisted } from '#app/browser/persisted.ts'
import { createStore } from '#app/browser/store.ts'

/** The silences that hold now, by mirror id. */
export type SilencesById = ReadonlyMap<string, Silence>

/** What is known of silences. */
export type KnownSilences = {
  readonly byId: SilencesById
  /** Where they are kept: by the console for everybody, or in this browser alone. */
  readonly place: 'console' | 'browser'
  /** Whether it is known which there are, or known that they cannot be read: then alarms are as usual. */
  readonly isSettled: boolean
  /** Whether there may be some that cannot be read. */
  readonly isUnavailable: boolean
}

/** Before anything was read, and where nothing is kept. */
export const NO_SILENCES: KnownSilences = {
  byId: new Map(),
  place: 'browser',
  isSettled: false,
  isUnavailable: false,
}

/**
 * Which mirrors are silenced now, for every part that has to know it. `SilenceKeeper` reads them: its code comes after the
 * first page, and not at all where there can be none.
 */
export const silencedNow = createStore<KnownSilences>(NO_SILENCES)

/** Whether this browser keeps silences by itself, so that somebody has to read them. */
export const keepsSilences = persisted('keeps-silences', v.boolean(), false)
