/** Whether something may be done, and if not, why: words for the person, shown beside what is locked. */
export type Allowed = { readonly isAllowed: true } | { readonly isAllowed: false; readonly why: string }

/** It may be done. */
export const allowed: Allowed = { isAllowed: true }

/** It may not be done, because of `why`. */
export const refused = (why: string): Allowed => ({ isAllowed: false, why })

/** Allowed where every answer is; otherwise the first refusal, so put the weightiest first. */
export const allOf = (...answers: readonly Allowed[]): Allowed =>
  answers.find(({ isAllowed }) => !isAllowed) ?? allowed

/** The reason of a refusal; `null` where there is none. */
export const whyNot = (answer: Allowed): string | null => (answer.isAllowed ? null : answer.why)
