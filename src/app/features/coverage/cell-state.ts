import type { ProbeResult } from '#contract/probe.ts'
import { availabilityWords } from '#app/data/availability-words.ts'
import type { Tone } from '#app/ui/state-mark.tsx'

/** What is known about one repository, or one project by its samples, on one mirror. */
export type CellState =
  | 'not-asked'
  | 'served'
  /** Served, but failing to update. */
  | 'served-failing'
  | 'not-mirrored'
  | 'initializing'
  | 'failed'
  /** The mirror answered something from which nothing can be concluded. */
  | 'unclear'
  /** The mirror gave no answer: that says nothing about the repository. */
  | 'could-not-ask'
  /** Samples of one project differ. */
  | 'differs'

/** The word and the tone of each state, in the order of the legend. */
export const cellWords: Record<CellState, { readonly word: string; readonly tone: Tone }> = {
  served: { word: 'Available', tone: 'good' },
  'served-failing': { word: 'Available but failing to update', tone: 'attention' },
  initializing: { word: 'Initializing', tone: 'busy' },
  failed: { word: 'Failed to initialize', tone: 'bad' },
  'not-mirrored': { word: 'Not mirrored', tone: 'off' },
  differs: { word: 'Differs by repository', tone: 'attention' },
  unclear: { word: 'Unclear answer', tone: 'unknown' },
  'could-not-ask': { word: 'Could not ask', tone: 'unknown' },
  'not-asked': { word: 'Not asked', tone: 'off' },
}

const states: Readonly<Record<string, CellState>> = {
  AVAILABLE: 'served',
  ERROR_AVAILABLE: 'served-failing',
  NOT_MIRRORED: 'not-mirrored',
  INITIALIZING: 'initializing',
  ERROR_INITIALIZING: 'failed',
}

/** The state of a cell after a mirror was asked. A mirror that contradicts itself is unclear, as everywhere. */
export const cellStateOf = (result: ProbeResult): CellState => {
  if (result.kind === 'failed') return 'could-not-ask'
  const { status } = result.answer
  const { tone } = availabilityWords(result)
  if (tone === 'unknown') return 'unclear'
  if (status === null) return tone === 'good' ? 'served' : 'unclear'
  return states[status] ?? 'unclear'
}

/** Several samples of one project on one mirror as one state. What was not asked says nothing. */
export const combinedState = (samples: readonly CellState[]): CellState => {
  const told = new Set(samples.filter((state) => state !== 'not-asked'))
  const [first] = told
  if (first === undefined) return 'not-asked'
  if (told.size === 1) return first
  told.delete('could-not-ask')
  const [only] = told
  return told.size === 1 && only !== undefined ? only : 'differs'
}
