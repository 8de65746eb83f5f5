import { cutText } from '#contract/cut-text.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { ProbeFailure } from '#contract/probe.ts'
import { availabilityWords } from '#app/domain/availability/availability-words.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { numberText } from '#app/text/number-text.ts'
import type { MirrorFinding } from '#health/mirror-sight.ts'

/** Longest word of a mirror for its own state that is written; the real ones have at most 21 characters. */
const LONGEST_STATE = 32

/** How long a record may be on its way, in ms: a mirror that is seen meanwhile is not ahead. */
const READING_MS = 5000

/**
 * What stands before the time in Bitbucket's record. A mirror whose clock is ahead is seen at a time that is still to come.
 *
 * @param lastSeenDate epoch ms, by Bitbucket's record; `null` where it has none.
 * @param readAt when the record was read, by Bitbucket's clock; epoch ms.
 */
export const seenLead = (lastSeenDate: number | null, readAt: number): string =>
  lastSeenDate !== null && lastSeenDate > readAt + READING_MS ? 'gives a time in the future:' : 'saw it'

/** What Bitbucket's record says about the mirror, apart from when it was seen. */
export const recordWords = ({ enabled }: Pick<MirrorServer, 'enabled'>): string => {
  if (enabled === null) return 'does not say whether it is enabled'
  return enabled ? 'lists it as enabled' : 'lists it as disabled'
}

const failureWords = (failure: ProbeFailure, status: number | null): string => {
  const { word } = availabilityWords({
    kind: 'failed',
    failure,
    status,
    detail: null,
    checkedAt: 0,
    tookMs: 0,
    clockDifferenceMs: null,
  })
  return status === null || word.includes(String(status)) ? word : `${word} (${String(status)})`
}

/** How much it says that it has copied; empty where it says nothing of it. */
export const progressWords = (finding: MirrorFinding | null): string => {
  const status = finding?.kind === 'answered' ? finding.status : null
  const { syncedRepos = null, totalRepos = null } = status ?? {}
  if (syncedRepos === null) return ''
  if (totalRepos === null) return `${numberText(syncedRepos)} repositories copied`
  return `${numberText(syncedRepos)} of ${numberText(totalRepos)} repositories copied`
}

/** What the mirror itself said when it was asked last; `null` for one that was never asked. */
export const answerWords = (finding: MirrorFinding | null): string => {
  if (finding === null) return 'not asked yet'
  if (finding.kind === 'failed') return failureWords(finding.failure, finding.status)
  if (finding.status === null) return 'answers, and says nothing about its state'
  const progress = progressWords(finding)
  const state = plainOf(cutText(finding.status.state, LONGEST_STATE))
  return `${state}${progress === '' ? '' : `, ${progress}`}`
}
