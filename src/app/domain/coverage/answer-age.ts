import { codeOf } from './cell-state.ts'

/** Answers older than this, in ms, are marked, and asked again at the next start: projects move between mirrors. */
const OLD_AFTER_MS = 86_400_000

/** From when on answers count as known; epoch seconds. */
export type KnownSince = {
  readonly answers: number
  /** For mirrors that could not be asked: a new start gives them another chance. */
  readonly failures: number
}

/** Which answers a run that starts at `now` (epoch ms) does not ask for again. */
export const knownSince = (now: number): KnownSince => ({
  answers: Math.floor((now - OLD_AFTER_MS) / 1000),
  failures: Math.floor(now / 1000),
})

const COULD_NOT_ASK = codeOf('could-not-ask')

/** Whether a cell need not be asked. */
export const isKnown = (code: number, seconds: number, since: KnownSince): boolean =>
  code !== 0 && seconds >= (code === COULD_NOT_ASK ? since.failures : since.answers)

/** Whether an answer of this time is marked as old; epoch ms. */
export const isOld = (at: number, now: number): boolean => now - at > OLD_AFTER_MS
