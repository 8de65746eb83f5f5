import type { MirrorServer } from '#contract/mirror-server.ts'

/** What was read of one mirror before, beside its record of now. */
export type SeenBefore = {
  readonly mirrorId: string
  /** When it was seen last as far as was ever read, by Bitbucket's clock; epoch ms. */
  readonly at: number
  /** When a reading said an earlier time than one before it, by the reader's clock, epoch ms; `null` when none did. */
  readonly wentBackAt: number | null
}

/** How much earlier a later reading may be, in ms: the nodes of one Bitbucket do not count the same moments. */
const TOLERANCE_MS = 2000

/** How long a record that went back is remembered, in ms: replicas that answer in turn must not change it every time. */
const REMEMBERED_MS = 600_000

/**
 * Adds what a new reading says: the later time of each mirror that is still listed, and whether it went back.
 *
 * @param now when it was read, by the reader's clock, epoch ms.
 */
export const seenAfter = (
  before: readonly SeenBefore[],
  rows: readonly Pick<MirrorServer, 'id' | 'lastSeenDate'>[],
  now: number,
): readonly SeenBefore[] => {
  const known = new Map(before.map((seen) => [seen.mirrorId, seen]))
  return rows.flatMap(({ id, lastSeenDate }): readonly SeenBefore[] => {
    const last = known.get(id)
    if (last === undefined)
      return lastSeenDate === null ? [] : [{ mirrorId: id, at: lastSeenDate, wentBackAt: null }]
    const isBack = lastSeenDate !== null && lastSeenDate < last.at - TOLERANCE_MS
    const isRemembered = last.wentBackAt !== null && now - last.wentBackAt < REMEMBERED_MS
    return [
      {
        mirrorId: id,
        at: Math.max(last.at, lastSeenDate ?? last.at),
        wentBackAt: isBack ? now : isRemembered ? last.wentBackAt : null,
      },
    ]
  })
}
