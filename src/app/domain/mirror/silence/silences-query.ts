import { queryOptions } from '@tanstack/react-query'
import { SILENCES_PATH, type Silence, type Silences, silences } from '#contract/silences.ts'
import { readOwn } from '#app/api/client.ts'

/** What the console's server says about silences, with all moments by this browser's clock, epoch ms. */
export type KeptSilences = {
  readonly silences: readonly Silence[]
  readonly isUnavailable: boolean
  /** This browser's clock minus the gateway's, in ms. */
  readonly aheadMs: number
}

/** Moves the moments of an answer from the gateway's clock to one that shows `now`; epoch ms. */
export const byOwnClock = (answer: Silences, now: number): KeptSilences => {
  const aheadMs = now - answer.now
  return {
    aheadMs,
    isUnavailable: answer.isUnavailable,
    silences: answer.silences.map((silence) => ({
      ...silence,
      until: silence.until + aheadMs,
      at: silence.at + aheadMs,
    })),
  }
}

/** The key of the silences that the gateway keeps. */
export const silencesKey = ['silences'] as const

/** The silences that the gateway keeps; only where it watches. */
export const silencesQuery = queryOptions({
  queryKey: silencesKey,
  queryFn: async ({ signal }): Promise<KeptSilences> =>
    byOwnClock(await readOwn(silences, SILENCES_PATH, signal), Date.now()),
  staleTime: 15_000,
})
