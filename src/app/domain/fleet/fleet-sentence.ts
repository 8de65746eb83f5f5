import type { ProblemKind } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { numberText } from '#app/text/number-text.ts'
import { pluralOf } from '#app/text/plural-of.ts'
import type { Severity } from '#health/verdict-severity.ts'

/** What is known of a list: how many rows, whether these are all, and why it could not be read (again). */
export type ListFacts = {
  /** `null` while nothing of it is known. */
  readonly count: number | null
  /** The same as text, a lower bound as such. */
  readonly text: string
  readonly isWhole: boolean
  readonly problem: ProblemKind | null
}

/** What the state of the fleet is said from. */
export type FleetFacts = {
  readonly mirrors: ListFacts
  /** Pending requests. */
  readonly requests: ListFacts
  /** Mirrors with something wrong, those of which it is not known, and those that are healthy. */
  readonly wrong: number
  readonly unknown: number
  readonly healthy: number
  /** Mirrors with something wrong whose alarms are silenced: they are none of the others. */
  readonly silenced: number
  /** Whether one of those with something wrong cannot serve. */
  readonly isBad: boolean
  /** Whether something that may be wrong is still being asked. */
  readonly isAsking: boolean
}

/** The state of the fleet in one sentence. */
export type FleetSentence = { readonly tone: Severity; readonly text: string }

/** Where the general title of a problem would not say what it means for mirrors. */
const OWN_TITLES: Readonly<Partial<Record<ProblemKind, string>>> = {
  'not-permitted': 'You are not permitted to see mirrors',
  conflict: 'Mirroring is not available on this Bitbucket',
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const ofMirrors = (facts: FleetFacts & { readonly count: number }): FleetSentence => {
  const { wrong, unknown, healthy, silenced, isBad, isAsking, count, mirrors } = facts
  const all = `${mirrors.text} ${pluralOf(count, 'mirror')}`
  if (count === 0) {
    return mirrors.isWhole
      ? { tone: 'off', text: 'There is no mirror server yet' }
      : { tone: 'unknown', text: 'No mirror server could be read' }
  }
  if (wrong > 0) {
    const some = `${mirrors.isWhole ? '' : 'At least '}${numberText(wrong)} of ${all}`
    const open = unknown === 0 ? '' : `, ${numberText(unknown)} ${pluralOf(unknown, 'is', 'are')} not known`
    const more =
      silenced === 0 ? open : `${open}, ${numberText(silenced)} ${pluralOf(silenced, 'is', 'are')} silenced`
    return {
      tone: isBad ? 'bad' : 'attention',
      text: `${some} ${pluralOf(wrong, 'needs', 'need')} attention${more}`,
    }
  }
  if (unknown === count && isAsking) return { tone: 'unknown', text: `Asking ${all}` }
  if (unknown > 0) {
    const are = pluralOf(unknown, 'is', 'are')
    return {
      tone: 'unknown',
      text: `No problem found, but ${numberText(unknown)} of ${all} ${are} not known`,
    }
  }
  if (silenced > 0) {
    return {
      tone: 'unknown',
      text: `No problem found, apart from ${numberText(silenced)} silenced of ${all}`,
    }
  }
  if (!mirrors.isWhole) {
    return { tone: 'unknown', text: 'No problem found, but the list of mirrors is incomplete' }
  }
  if (isAsking) return { tone: 'unknown', text: `No problem found so far with ${all}` }
  if (healthy === 0) return { tone: 'unknown', text: `No problem found, but none of ${all} is healthy` }
  if (healthy === count) {
    return { tone: 'good', text: count === 1 ? 'The one mirror is healthy' : `All ${all} are healthy` }
  }
  const are = pluralOf(healthy, 'is', 'are')
  return { tone: 'good', text: `No mirror needs attention: ${numberText(healthy)} of ${all} ${are} healthy` }
}

/** What waits; empty for those who may not list it, and while it is read. */
const ofRequests = ({ count, text, isWhole, problem }: ListFacts): string => {
  if (problem === 'not-permitted') return ''
  if (count === null) return problem === null ? '' : 'whether requests wait is not known'
  if (count === 0) return isWhole ? 'no request waits' : 'whether requests wait is not known'
  const waits = problem === null ? pluralOf(count, 'waits', 'wait') : 'waited when last read'
  return `${text} ${pluralOf(count, 'request')} ${waits}`
}

/**
 * The state of the fleet in one sentence: what needs attention of how many, and what waits. Lower bounds are marked, what
 * is not known is said, and it is good only where every mirror of the whole list is known, now.
 */
export const fleetSentence = (facts: FleetFacts): FleetSentence => {
  const { count, problem } = facts.mirrors
  const requests = ofRequests(facts.requests)
  const end = requests === '' ? '.' : `; ${requests}.`
  if (count === null) {
    if (problem === null) return { tone: 'unknown', text: 'Reading the list of mirrors.' }
    const title = OWN_TITLES[problem] ?? problemText[problem].title
    const more = problem === 'not-permitted' ? '' : ', so the state of the mirrors is not known'
    return { tone: problem === 'not-permitted' ? 'off' : 'unknown', text: `${title}${more}${end}` }
  }
  const { tone, text } = ofMirrors({ ...facts, count })
  if (problem === null) return { tone, text: text + end }
  return { tone: tone === 'good' ? 'unknown' : tone, text: `When last read: ${lower(text)}${end}` }
}
