import type { ProbeResult } from '#contract/probe.ts'
import { availabilityWords } from '#app/domain/availability/availability-words.ts'
import type { Tone } from '#app/ui/page/state-mark.tsx'

/**
 * What is known about one repository, or one project by its samples, on one mirror. A state's place in this list is its
 * code, since there may be millions of cells; "nothing known" is 0, and the others are in the order of the legend.
 */
export const CELL_STATES = [
  'not-asked',
  'served',
  /** Served, but failing to update. */
  'served-failing',
  'initializing',
  'failed',
  'not-mirrored',
  /** Samples of one project differ. */
  'differs',
  /** The mirror answered something from which nothing can be concluded. */
  'unclear',
  /** The mirror gave no answer: that says nothing about the repository. */
  'could-not-ask',
] as const

/** One of {@link CELL_STATES}. */
export type CellState = (typeof CELL_STATES)[number]

/** The word and the tone of each state. */
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

/** The place of a state in {@link CELL_STATES}. */
export const codeOf = (state: CellState): number => CELL_STATES.indexOf(state)

/** The state at a place in {@link CELL_STATES}. */
export const stateOf = (code: number): CellState => CELL_STATES[code] ?? 'not-asked'
