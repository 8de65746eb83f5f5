import { cutText } from '#contract/cut-text.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { numberText } from '#app/text/number-text.ts'
import type { Transition } from './fleet-transitions.ts'
import { verdictWords } from '#app/domain/mirror/verdict-words.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'

/** Names that are written; the others are counted. */
const NAMED = 3

const verbOf = ({ kind, verdict }: Transition): string => {
  switch (kind) {
    case 'became':
      return verdict === null ? 'changed' : verdictWords[verdict].toLowerCase()
    case 'recovered':
      return 'recovered'
    case 'appeared':
      return 'joined'
    case 'went':
      return 'gone'
    case 'changed-address':
      return 'changed address'
    case 'changed-version':
      return 'changed version'
    case 'asked':
      return 'asked to join'
  }
}

/** A transition as one line: "Dublin, Mumbai: not reachable". Names are cut and shown without hidden characters. */
export const transitionWords = (transition: Transition): string => {
  const { who } = transition
  const named = who.slice(0, NAMED).map(({ name }) => plainOf(cutText(mirrorNameOf({ name }), 60)))
  const more = who.length - named.length
  return `${named.join(', ')}${more > 0 ? ` and ${numberText(more)} more` : ''}: ${verbOf(transition)}`
}
