import type { Session } from '#contract/session.ts'
import { forgetStored } from '#app/browser/persisted.ts'

/** With what the names of kept texts about coverage begin: one text for each person at each Bitbucket. */
export const COVERAGE_TEXTS = 'coverage '

/**
 * Under which name the text of a person is kept; `null` where nothing may be kept: signed out, or Bitbucket did
 * not name the person, who could then not be distinguished from another one.
 */
export const coverageTextName = ({
  user,
  upstream,
  isNamed,
}: Pick<Session, 'user' | 'upstream' | 'isNamed'>): string | null =>
  user !== null && isNamed ? `${user} ${upstream}` : null

/** Forgets what this browser keeps of coverage for other people than this one; for all without one, as at sign-out. */
export const forgetCoverage = (person?: Session): void =>
  forgetStored(COVERAGE_TEXTS, COVERAGE_TEXTS + String(person && coverageTextName(person)))
