import type { Decision } from '#app/domain/request/request-decision.ts'
import { numberText } from '#app/text/number-text.ts'
import { counted } from '#app/text/counted.ts'
import { pluralOf } from '#app/text/plural-of.ts'
import type { BulkItem } from './bulk-item.ts'

const nouns: Record<Decision, string> = { accept: 'mirror', reject: 'request', delete: 'request' }

/** The verb of each decision, as a button begins. */
export const bulkVerbWord: Record<Decision, string> = { accept: 'Accept', reject: 'Reject', delete: 'Delete' }

/** What the decision means for all of them. */
export const bulkMeaning: Record<Decision, string> = {
  accept:
    "Accepted mirrors copy repositories from Bitbucket and are handed users' credentials to check. Accept only mirrors that you know of.",
  reject: 'Rejected mirrors get no repositories and no credentials. Bitbucket keeps no reason.',
  delete:
    'Bitbucket forgets these requests and what was decided about them. Mirror servers that were accepted from them are not removed.',
}

/** The past participle of each decision, as the result of an item. */
export const bulkDoneWord: Record<Decision, string> = {
  accept: 'Accepted',
  reject: 'Rejected',
  delete: 'Deleted',
}

/** The button of a bulk decision: "Accept 3 mirrors"; `null` while it is not known how many. */
export const bulkVerb = (count: number | null, decision: Decision): string =>
  `${bulkVerbWord[decision]} ${count === null ? `${nouns[decision]}s` : counted(count, nouns[decision])}`

/** The field for the number: "Type the number of mirrors to accept". */
export const bulkNumberLabel = (decision: Decision): string =>
  `Type the number of ${nouns[decision]}s to ${bulkVerbWord[decision].toLowerCase()}`

/** How many will be decided: "30 mirrors will be accepted." */
export const bulkFuture = (count: number, decision: Decision): string =>
  `${counted(count, nouns[decision])} will be ${bulkDoneWord[decision].toLowerCase()}.`

/** What a run did not take, once it has ended. */
export const bulkStillSelected = (count: number): string =>
  `${counted(count, 'request')} ${pluralOf(count, 'was', 'were')} left out and ${pluralOf(count, 'stays', 'stay')} selected.`

/** The title of the dialog: a question until it was answered. */
export const bulkTitle = (count: number | null, decision: Decision, isConfirmed: boolean): string => {
  if (count === 0) return `No ${nouns[decision]} can be ${bulkDoneWord[decision].toLowerCase()} here`
  return `${bulkVerb(count, decision)}${isConfirmed ? '' : '?'}`
}

const PARTS: readonly (readonly [BulkItem['kind'], string])[] = [
  ['settled', 'handled by someone else'],
  ['failed', 'failed'],
  ['unknown', 'with unknown outcome'],
  ['waiting', 'not sent'],
]

/** What became of all items, in one line: "3 mirrors were accepted, 1 failed, 2 not sent." */
export const bulkResult = (items: readonly BulkItem[], decision: Decision): string => {
  const countOf = (kind: BulkItem['kind']) => items.filter((item) => item.kind === kind).length
  const done = countOf('done')
  const first = `${counted(done, nouns[decision])} ${pluralOf(done, 'was', 'were')} ${bulkDoneWord[decision].toLowerCase()}`
  const rest = PARTS.flatMap(([kind, words]) => {
    const count = countOf(kind)
    return count === 0 ? [] : [`${numberText(count)} ${words}`]
  })
  return `${[first, ...rest].join(', ')}.`
}
