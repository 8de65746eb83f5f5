import type { Verdicts } from '#health/fleet-verdicts.ts'
import { isWrong } from '#health/verdict-severity.ts'
import type { SilencesById } from './silenced-now.ts'

/** The verdicts that may alarm somebody: those of mirrors that are not silenced. The verdicts themselves stay. */
export const withoutSilenced = (verdicts: Verdicts, silenced: SilencesById): Verdicts =>
  silenced.size === 0 ? verdicts : new Map([...verdicts].filter(([id]) => !silenced.has(id)))

/** How many mirrors of these are silenced, and how many of them something is wrong with. */
export const silencedCounts = (
  verdicts: Verdicts,
  silenced: SilencesById,
): { readonly all: number; readonly wrong: number } => {
  const found = [...verdicts].filter(([id]) => silenced.has(id))
  return { all: found.length, wrong: found.filter(([, { kind }]) => isWrong(kind)).length }
}
