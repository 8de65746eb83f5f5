import type { Problem, ProblemKind } from './problem.ts'

/**
 * What a problem says about the write that it answers. `refused`: nothing took effect. `conflict`: nothing of ours took
 * effect, because what is there is not what was expected. `lost`: it may have taken effect.
 */
export type WriteAnswer = 'refused' | 'conflict' | 'lost'

/** What a kind of problem means for what is done next. */
type ProblemTraits = {
  readonly write: WriteAnswer
  /** How often a read that failed is tried again: only what may pass by itself, never a refusal. */
  readonly readRetries: number
  /** Whether every other request of this person would meet it too. */
  readonly isGeneral: boolean
}

/** What each kind of problem means. Bitbucket documents 409 for "handled already", and also answers 404. */
export const problemTraits: Record<ProblemKind, ProblemTraits> = {
  offline: { write: 'lost', readRetries: 2, isGeneral: true },
  'console-away': { write: 'lost', readRetries: 2, isGeneral: true },
  'no-answer': { write: 'lost', readRetries: 0, isGeneral: true },
  'not-console': { write: 'lost', readRetries: 0, isGeneral: true },
  redirected: { write: 'lost', readRetries: 0, isGeneral: true },
  unreachable: { write: 'lost', readRetries: 2, isGeneral: false },
  // Half a minute was waited already: to ask twice more would leave people without a word for two minutes.
  timeout: { write: 'lost', readRetries: 0, isGeneral: false },
  unavailable: { write: 'lost', readRetries: 2, isGeneral: false },
  // A broken body may be cured by asking again.
  unreadable: { write: 'lost', readRetries: 1, isGeneral: false },
  'too-large': { write: 'lost', readRetries: 0, isGeneral: false },
  'other-subject': { write: 'lost', readRetries: 0, isGeneral: false },
  'not-bitbucket': { write: 'lost', readRetries: 0, isGeneral: false },
  server: { write: 'lost', readRetries: 0, isGeneral: false },
  conflict: { write: 'conflict', readRetries: 0, isGeneral: false },
  'not-found': { write: 'conflict', readRetries: 0, isGeneral: false },
  'other-session': { write: 'refused', readRetries: 0, isGeneral: true },
  'unmarked-write': { write: 'refused', readRetries: 0, isGeneral: true },
  'cookie-lost': { write: 'refused', readRetries: 0, isGeneral: true },
  'no-mirroring': { write: 'refused', readRetries: 0, isGeneral: true },
  'signed-out': { write: 'refused', readRetries: 0, isGeneral: true },
  'not-permitted': { write: 'refused', readRetries: 0, isGeneral: true },
  'rate-limited': { write: 'refused', readRetries: 0, isGeneral: true },
  'console-busy': { write: 'refused', readRetries: 2, isGeneral: false },
  'too-many-sign-ins': { write: 'refused', readRetries: 0, isGeneral: false },
  certificate: { write: 'refused', readRetries: 0, isGeneral: false },
  invalid: { write: 'refused', readRetries: 0, isGeneral: false },
  'wrong-credentials': { write: 'refused', readRetries: 0, isGeneral: false },
  captcha: { write: 'refused', readRetries: 0, isGeneral: false },
}

/** Whether a write that ended with this problem may have taken effect all the same. */
export const mayHaveTakenEffect = ({ kind }: Problem): boolean => problemTraits[kind].write === 'lost'
