import { cutText } from '#contract/cut-text.ts'
import type { MIRRORED_STATUSES, MirroredRepository } from '#contract/mirrored-repository.ts'
import type { ProbeFailure, ProbeResult } from '#contract/probe.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import type { Tone } from '#app/ui/page/state-mark.tsx'

/** A state in a word, how it is meant, and what it means or what to do. */
export type AvailabilityWords = { readonly word: string; readonly tone: Tone; readonly meaning: string }

/** A word of a mirror that the console does not know is cut here: the real ones have at most 18 characters. */
const LONGEST_WORD = 32

/**
 * The known states and whether each means that the mirror serves the repository. "Available but failing to update" is
 * how ERROR_AVAILABLE is understood; the vendor's document only names it.
 */
const known: Record<(typeof MIRRORED_STATUSES)[number], AvailabilityWords & { readonly isServed: boolean }> =
  {
    AVAILABLE: {
      word: 'Available',
      tone: 'good',
      meaning: 'The mirror serves this repository.',
      isServed: true,
    },
    NOT_MIRRORED: {
      word: 'Not mirrored',
      tone: 'off',
      meaning: 'Clone from the primary. Which projects are mirrored is chosen on the mirror, by project.',
      isServed: false,
    },
    INITIALIZING: {
      word: 'Initializing',
      tone: 'busy',
      meaning: 'The mirror is making its first copy. Clone from the primary until it is done.',
      isServed: false,
    },
    ERROR_INITIALIZING: {
      word: 'Failed to initialize',
      tone: 'bad',
      meaning: 'The first copy failed. Check the log of the mirror; clone from the primary meanwhile.',
      isServed: false,
    },
    ERROR_AVAILABLE: {
      word: 'Available but failing to update',
      tone: 'attention',
      meaning: 'The mirror serves this repository, but it may be old. Check the log of the mirror.',
      isServed: true,
    },
  }

const isKnown = (status: string): status is keyof typeof known => Object.hasOwn(known, status)

const withoutStatus = (available: boolean | null): AvailabilityWords =>
  available === true
    ? { word: 'Available', tone: 'good', meaning: 'The mirror serves this repository. It sent no status.' }
    : {
        word: 'Unknown',
        tone: 'unknown',
        meaning: 'The mirror does not serve this repository now and gives no reason. Ask again later.',
      }

const servedText = (available: boolean | null): string =>
  available === null
    ? 'does not say whether it serves it'
    : available
      ? 'says that it serves it'
      : 'says that it does not serve it'

/** Words for a mirror's answer. `status` counts only together with `available`. Source: RestMirroredRepository. */
const answerWords = ({ status, available }: MirroredRepository): AvailabilityWords => {
  if (status === null) return withoutStatus(available)
  if (!isKnown(status)) {
    return {
      word: plainOf(cutText(status, LONGEST_WORD)),
      tone: 'unknown',
      meaning: `The console does not know this state. The mirror ${servedText(available)}.`,
    }
  }
  const { isServed, ...words } = known[status]
  if (available === null || available === isServed) return words
  return {
    word: 'Unknown',
    tone: 'unknown',
    meaning: `The mirror contradicts itself: its state is "${words.word}", but it ${servedText(available)}. Ask again in a moment.`,
  }
}

const notAsked = (meaning: string): AvailabilityWords => ({ word: 'Not asked', tone: 'unknown', meaning })

const unreadableAnswer = (meaning: string): AvailabilityWords => ({
  word: 'Unreadable answer',
  tone: 'bad',
  meaning,
})

/** Words for a mirror that gave no answer. None of them says anything about the repository. */
const failureWords: Record<ProbeFailure, AvailabilityWords> = {
  'no-link': notAsked('Bitbucket gave no link to ask this mirror with. It may have been removed just now.'),
  'incomplete-list': notAsked(
    "Bitbucket's list of the mirrors of this repository could not be read as a whole. Ask again; this mirror may be listed.",
  ),
  'foreign-link': notAsked(
    "The link to ask with leads to another host than the mirror's own address. Correct that address.",
  ),
  'other-scheme': notAsked(
    "The link to ask with and the mirror's own address have the same host, but one is http and the other https. Correct that address.",
  ),
  'other-port': notAsked(
    "The link to ask with and the mirror's own address have the same host and different ports. Correct that address.",
  ),
  'forbidden-address': notAsked(
    'Its address is a loopback or link-local one, or none of http(s). Where that is meant, name it in MIRROR_NETWORKS.',
  ),
  unreachable: {
    word: 'Unreachable',
    tone: 'bad',
    meaning: 'The console cannot connect to it. Check that the mirror runs, its address and the firewall.',
  },
  'timed-out': {
    word: 'Timed out',
    tone: 'bad',
    meaning: 'It accepted the request and did not answer within 5 seconds. Check the load of the mirror.',
  },
  certificate: {
    word: 'Certificate not trusted',
    tone: 'bad',
    meaning: 'Its certificate is not one that the console trusts. Renew it, or set BITBUCKET_CA_FILE.',
  },
  refused: {
    word: 'Refused',
    tone: 'bad',
    meaning:
      'It refused the signed link, also a fresh one. Usually the clocks of mirror and Bitbucket differ by more than 30 seconds.',
  },
  redirected: unreadableAnswer(
    'It redirected the console, for example to a login page. Check what answers at its address.',
  ),
  'too-large': unreadableAnswer(
    'Its answer was far larger than a mirror sends. Check what answers at its address.',
  ),
  unreadable: unreadableAnswer('The answer did not come from a mirror. Check what answers at its address.'),
  maintenance: {
    word: 'In maintenance',
    tone: 'attention',
    meaning:
      'It answered that it is not available now: in maintenance, starting or overloaded. Ask again later.',
  },
  'rate-limited': {
    word: 'Rate limited',
    tone: 'attention',
    meaning: 'It received too many requests and answers fewer of them for a while. Ask again later.',
  },
  failing: {
    word: 'Failing',
    tone: 'bad',
    meaning: 'It failed to handle the question. Check the log of the mirror.',
  },
  'unknown-repository': {
    word: 'Does not know this repository',
    tone: 'unknown',
    meaning:
      'It has no such repository, and does not say whether it will. Check on the mirror that the project is mirrored; clone from the primary meanwhile.',
  },
  'other-repository': {
    word: 'Answered about another repository',
    tone: 'bad',
    meaning:
      'Its answer names another repository than the one asked for, so nothing of it is shown. Check the caches and proxies in front of the mirror.',
  },
  busy: {
    word: 'Busy',
    tone: 'busy',
    meaning: 'Too many mirrors are being asked for you right now. This one is asked again automatically.',
  },
}

const wordsOfFailure = ({ failure, status }: Extract<ProbeResult, { kind: 'failed' }>): AvailabilityWords => {
  const words = failureWords[failure]
  return failure === 'failing' && status !== null ? { ...words, word: `${words.word} (${status})` } : words
}

/** Words for what came of asking one mirror about one repository. */
export const availabilityWords = (result: ProbeResult): AvailabilityWords =>
  result.kind === 'answered' ? answerWords(result.answer) : wordsOfFailure(result)

/** Whether the answer says that one can clone the repository from this mirror now. */
export const isServing = (result: ProbeResult): boolean => {
  const { tone } = availabilityWords(result)
  return result.kind === 'answered' && (tone === 'good' || tone === 'attention')
}
