/** A push that one mirror does not have yet. */
export type OpenPush = {
  readonly mirrorId: string
  /** When it was made, epoch ms by Bitbucket's clock. */
  readonly at: number
}

/** A push that one mirror has. */
export type EndedPush = {
  readonly mirrorId: string
  /** When the mirror had it, epoch ms by Bitbucket's clock. */
  readonly at: number
  /** How long it took, in ms; never below 0. */
  readonly ms: number
}

/** What is known of one repository. */
export type KnownPushes = {
  /** The times of its pushes that were told lately, epoch ms. */
  readonly pushes: readonly number[]
  /** When each mirror synchronized it last, epoch ms. */
  readonly syncs: ReadonlyMap<string, number>
  readonly open: readonly OpenPush[]
}

/** What an event changes. */
export type LagChange = { readonly opened: readonly OpenPush[]; readonly ended: readonly EndedPush[] }

const NOTHING: LagChange = { opened: [], ended: [] }

const endedAt = ({ mirrorId, at }: OpenPush, syncedAt: number): EndedPush => ({
  mirrorId,
  at: syncedAt,
  ms: Math.max(0, syncedAt - at),
})

/**
 * A push begins for every mirror that copies the repository, and has ended already for those that were told to have
 * synchronized it since: events come in any order. A push that is told again changes nothing.
 *
 * @param mirrorIds the mirrors that copy the repository.
 */
export const afterPush = (known: KnownPushes, at: number, mirrorIds: readonly string[]): LagChange => {
  if (known.pushes.includes(at)) return NOTHING
  const opened: OpenPush[] = []
  const ended: EndedPush[] = []
  for (const mirrorId of new Set(mirrorIds)) {
    const syncedAt = known.syncs.get(mirrorId)
    if (syncedAt !== undefined && syncedAt >= at) ended.push(endedAt({ mirrorId, at }, syncedAt))
    else opened.push({ mirrorId, at })
  }
  return { opened, ended }
}

/**
 * A synchronization ends every push to the repository that was made until then, for that mirror. Dates of events have
 * seconds alone, so one of the same second counts as later. What is told again finds nothing left to end.
 */
export const afterSync = (known: KnownPushes, mirrorId: string, at: number): LagChange => ({
  opened: [],
  ended: known.open
    .filter((push) => push.mirrorId === mirrorId && push.at <= at)
    .map((push) => endedAt(push, at)),
})
