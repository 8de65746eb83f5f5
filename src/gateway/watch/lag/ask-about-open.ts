import type { ProbeRequest, ProbeResult } from '#contract/probe.ts'
import type { LagStore } from '#gateway/watch/store/lag-store.ts'
import { copyVerdict } from './copy-verdict.ts'
import type { OpenLag } from './open-lag.ts'

/**
 * How long Bitbucket has to report a synchronization before the mirror itself is asked, in ms: a webhook may be lost, and
 * Bitbucket skips a receiver that failed for a while.
 */
const REPORT_MS = 120_000

/** What is read of the store for one mirror at once. */
const MAX_OPEN = 500

/** Mirrors asked at once. */
const AT_ONCE = 4

const pairOf = ({ mirrorId, repositoryId }: ProbeRequest): string => `${mirrorId} ${repositoryId}`

type Options = {
  readonly lag: Pick<LagStore, 'openBefore' | 'end' | 'confirm' | 'drop'>
  readonly ask: (ids: ProbeRequest) => Promise<ProbeResult>
  /** Epoch ms. */
  readonly now: () => number
}

const settle = async (
  open: OpenLag,
  result: ProbeResult,
  bitbucketMs: number,
  { lag, now }: Options,
): Promise<void> => {
  const verdict = copyVerdict(open, result, bitbucketMs)
  if (verdict.kind === 'has') {
    await lag.end(open, Math.min(verdict.at, now()), Math.max(0, verdict.at - open.at))
  } else if (verdict.kind === 'not-copied') await lag.drop(open)
  else if (verdict.kind === 'lacks' && open.kind === 'pending') await lag.confirm(open)
}

/** Asks mirrors about what is open for them: those first that were not asked for longest. */
export const createOpenAsker = (options: Options) => {
  const { lag, ask, now } = options
  let askedAt: ReadonlyMap<string, number> = new Map()

  /**
   * @param mirrorIds the mirrors that can be asked now.
   * @param budget how many questions it may ask at most, those for the links among them.
   * @param bitbucketMs Bitbucket's clock minus the gateway's, in ms.
   */
  return async (mirrorIds: ReadonlySet<string>, budget: number, bitbucketMs: number): Promise<void> => {
    const started = now()
    const all = await Promise.all(
      [...mirrorIds].map((mirrorId) => lag.openBefore(mirrorId, started, MAX_OPEN)),
    )
    const open = all.flat().filter(({ kind, toldAt }) => kind !== 'webhook' || toldAt <= started - REPORT_MS)
    const byPair = Map.groupBy(open, pairOf)
    const pairs = [...byPair].toSorted(
      ([one], [other]) => (askedAt.get(one) ?? 0) - (askedAt.get(other) ?? 0),
    )
    // Each question needs a signed link; of one repository they come together, at most one question for each.
    const asked = pairs.slice(0, Math.floor(budget / 2))
    askedAt = new Map([
      ...[...askedAt].filter(([pair]) => byPair.has(pair)),
      ...asked.map(([pair]) => [pair, started] as const),
    ])
    const queue = asked.values()
    const work = async (): Promise<void> => {
      for (const [, own] of queue) {
        const [first] = own
        if (first === undefined) continue
        const { mirrorId, repositoryId } = first
        const result = await ask({ mirrorId, repositoryId }).catch(() => null)
        if (result !== null) for (const one of own) await settle(one, result, bitbucketMs, options)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }
}
