import { cutText } from '#contract/cut-text.ts'
import type { Repository } from '#contract/repository.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { StateMark, type Tone } from '#app/ui/page/state-mark.tsx'

const marks: Readonly<Record<string, { readonly word: string; readonly tone: Tone }>> = {
  AVAILABLE: { word: 'Available', tone: 'good' },
  INITIALISING: { word: 'Initialising', tone: 'busy' },
  INITIALISATION_FAILED: { word: 'Initialisation failed', tone: 'bad' },
  OFFLINE: { word: 'Offline', tone: 'bad' },
}

/** The state of a repository on the primary; a word that the console does not know shows as itself. */
export const RepositoryStateMark = ({ state }: { state: Repository['state'] }) => {
  if (state === null) return <StateMark tone="unknown">State unknown</StateMark>
  const mark = Object.hasOwn(marks, state) ? marks[state] : undefined
  return <StateMark tone={mark?.tone ?? 'unknown'}>{mark?.word ?? plainOf(cutText(state, 32))}</StateMark>
}
