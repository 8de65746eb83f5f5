import type { WriteOutcome } from '#app/api/confirmed-write.ts'
import type { Problem } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'

/** What is said about an outcome; with the problem that caused it, where there is one. */
export type OutcomeWords = {
  readonly title: string
  readonly meaning: string
  readonly isGood?: boolean
  readonly problem?: Problem | null
}

/** Words that are fixed, or that depend on what is known; `null` where nothing is said. */
type Words<Known, Subject> = OutcomeWords | null | ((known: Known, subject: Subject) => OutcomeWords | null)

/** What a noun says about each outcome of a write, and about its refusal. */
export type WriteWords<Subject, Truth, Answer> = {
  readonly [Kind in WriteOutcome<Truth, Answer>['kind']]: Words<
    Extract<WriteOutcome<Truth, Answer>, { kind: Kind }>,
    Subject
  >
} & { readonly refused: (problem: Problem, subject: Subject) => OutcomeWords }

const said = <Known, Subject>(
  words: Words<Known, Subject>,
  known: Known,
  subject: Subject,
): OutcomeWords | null => (typeof words === 'function' ? words(known, subject) : words)

/** The words for an outcome. */
export const outcomeWords = <Subject, Truth, Answer>(
  words: WriteWords<Subject, Truth, Answer>,
  outcome: WriteOutcome<Truth, Answer>,
  subject: Subject,
): OutcomeWords | null => {
  switch (outcome.kind) {
    case 'done':
      return said(words.done, outcome, subject)
    case 'found':
      return said(words.found, outcome, subject)
    case 'changed':
      return said(words.changed, outcome, subject)
    case 'gone':
      return said(words.gone, outcome, subject)
    case 'not-done':
      return said(words['not-done'], outcome, subject)
    case 'unknown':
      return said(words.unknown, outcome, subject)
  }
}

/**
 * The words for a write that was refused or not sent: nothing took effect.
 *
 * @param what what was wanted, to end the sentence "You are not permitted to ...".
 */
export const writeRefusal = ({ kind }: Problem, what: string): OutcomeWords => ({
  ...problemText[kind],
  ...(kind === 'not-permitted' ? { title: `You are not permitted to ${what}` } : {}),
})
