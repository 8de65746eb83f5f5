import type { ProbeResult } from '#contract/probe.ts'

/** Questions before somebody has to allow more. */
export const SAMPLING_BUDGET = 25

/** Failures of the mirror in a row after which asking on is not worth it. */
export const MAX_FAILURES = 3

/** How many questions to one mirror are under way at once: it may be slow, and others want to ask too. */
const WORKERS = 2

/** What the sampling needs from outside. */
type SamplingPorts = {
  /** Whether an answer is there already: it costs nothing. */
  readonly isKnown: (repositoryId: string) => boolean
  /** @throws Problem when the question could not be put. */
  readonly ask: (repositoryId: string) => Promise<ProbeResult>
  readonly signal: AbortSignal
}

/** Why a sampling ended before its list did. */
export type SamplingStop =
  /** The mirror could not be asked several times in a row. */
  | { readonly kind: 'failing' }
  /** The console or Bitbucket refused the question. */
  | { readonly kind: 'refused'; readonly error: unknown }

/**
 * Asks a mirror about one repository after the other, and rests when that is pointless. Ends when all are known, when
 * the signal aborts, or early with the reason.
 */
export const sample = async (
  repositoryIds: readonly string[],
  { isKnown, ask, signal }: SamplingPorts,
): Promise<SamplingStop | null> => {
  const left = repositoryIds.filter((id) => !isKnown(id)).values()
  let failures = 0
  let stop: SamplingStop | null = null
  const work = async () => {
    for (const id of left) {
      if (signal.aborted || stop !== null) return
      try {
        const { kind } = await ask(id)
        failures = kind === 'failed' ? failures + 1 : 0
        if (failures >= MAX_FAILURES) stop ??= { kind: 'failing' }
      } catch (error) {
        stop ??= { kind: 'refused', error }
      }
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, work))
  return signal.aborted ? null : stop
}
