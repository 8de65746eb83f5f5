import { cutText } from '#contract/cut-text.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import type { Tone } from '#app/ui/page/state-mark.tsx'

/** Longest state that is shown in full; known ones have at most eight letters. */
const LONGEST = 40

const known: ReadonlyMap<string, { readonly tone: Tone; readonly word: string; readonly rank: number }> =
  new Map([
    ['PENDING', { tone: 'busy', word: 'Pending', rank: 0 }],
    ['ACCEPTED', { tone: 'good', word: 'Accepted', rank: 1 }],
    ['REJECTED', { tone: 'off', word: 'Rejected', rank: 2 }],
  ])

/** The word, tone and place of a request's state. An unknown one shows as itself, after the others. */
export const requestStateWords = (state: string) =>
  known.get(state) ?? { tone: 'unknown' as const, word: plainOf(cutText(state, LONGEST)), rank: 3 }
