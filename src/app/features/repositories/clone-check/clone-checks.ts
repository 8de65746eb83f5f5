import { answerRules } from './answer-rules.ts'
import type { CloneCheck, CloneFacts } from './clone-check.ts'
import { contactRules } from './contact-rules.ts'
import { recordRules } from './record-rules.ts'
import { upstreamRules } from './upstream-rules.ts'

const rules = [...recordRules, ...contactRules, ...answerRules, ...upstreamRules]

/** All checks in the order of a diagnosis, each with its evidence and the next step where there is one. */
export const cloneChecks = (facts: CloneFacts): readonly CloneCheck[] =>
  rules.map(({ claim, judge }) => Object.assign({ claim }, judge(facts)))

/**
 * The checks in one sentence. A clock that differs explains a refused link, so it is named before it; else the first
 * failure is the one to check.
 */
export const conclusionOf = (checks: readonly CloneCheck[]): string => {
  const failed = checks.filter(({ verdict }) => verdict === 'failed')
  const cause = failed.find(({ claim }) => claim === 'The clocks agree') ?? failed[0]
  if (cause !== undefined) return `Most likely cause: ${cause.evidence}`
  const doubtful = checks.find(({ verdict }) => verdict === 'doubtful')
  if (doubtful !== undefined) return `No certain cause was found. Check this first: ${doubtful.evidence}`
  return checks.some(({ verdict, claim }) => verdict === 'unknown' && claim !== 'You can reach the mirror')
    ? 'No cause was found, but not everything could be checked.'
    : 'No cause was found. Check the network between you and the mirror.'
}
