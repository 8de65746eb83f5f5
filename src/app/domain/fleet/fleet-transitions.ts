import type { MirrorHealth } from '#app/domain/mirror/mirror-health.ts'

/** What is compared of one mirror. */
export type MirrorSight = {
  readonly name: string
  readonly health: MirrorHealth
  readonly version: string | null
}

/** The fleet at one moment; `null` where a list was not read. */
export type FleetSnapshot = {
  readonly mirrors: ReadonlyMap<string, MirrorSight> | null
  /** Names of the mirrors that ask to join, by request id. */
  readonly requests: ReadonlyMap<string, string> | null
}

/** What happened between two snapshots to one or several mirrors: grouped, since one cause often hits many. */
export type Transition = {
  readonly kind: 'became' | 'recovered' | 'appeared' | 'went' | 'changed-version' | 'asked'
  /** The health that they have now; only for `became`. */
  readonly health: MirrorHealth | null
  /** Ids of mirrors, or of requests for `asked`, with names. */
  readonly who: readonly { readonly id: string; readonly name: string }[]
}

/** A word about a health that is worth a word: not knowing is no news, and a new mirror is not seen at first. */
const BAD: ReadonlySet<MirrorHealth> = new Set(['stale', 'clock-differs', 'disabled'])

/** Order in which transitions are told: what is wrong first. */
const ORDER: readonly Transition['kind'][] = [
  'became',
  'asked',
  'went',
  'recovered',
  'appeared',
  'changed-version',
]

const changeOf = (before: MirrorSight, now: MirrorSight): readonly Pick<Transition, 'kind' | 'health'>[] => {
  const changes: Pick<Transition, 'kind' | 'health'>[] = []
  if (before.health !== now.health) {
    if (BAD.has(now.health)) changes.push({ kind: 'became', health: now.health })
    else if (BAD.has(before.health) && now.health === 'healthy') {
      changes.push({ kind: 'recovered', health: null })
    }
  }
  if (before.version !== now.version) changes.push({ kind: 'changed-version', health: null })
  return changes
}

/**
 * What happened between two snapshots, grouped. A list that was not read in either of them tells nothing: not knowing
 * is no transition.
 */
export const transitionsOf = (before: FleetSnapshot, now: FleetSnapshot): readonly Transition[] => {
  const groups = new Map<string, { head: Pick<Transition, 'kind' | 'health'>; who: Transition['who'] }>()
  const add = (head: Pick<Transition, 'kind' | 'health'>, id: string, name: string) => {
    const key = `${head.kind} ${head.health ?? ''}`
    groups.set(key, { head, who: [...(groups.get(key)?.who ?? []), { id, name }] })
  }
  if (before.mirrors !== null && now.mirrors !== null) {
    for (const [id, sight] of now.mirrors) {
      const earlier = before.mirrors.get(id)
      if (earlier === undefined) add({ kind: 'appeared', health: null }, id, sight.name)
      else for (const head of changeOf(earlier, sight)) add(head, id, sight.name)
    }
    for (const [id, { name }] of before.mirrors) {
      if (!now.mirrors.has(id)) add({ kind: 'went', health: null }, id, name)
    }
  }
  if (before.requests !== null && now.requests !== null) {
    for (const [id, name] of now.requests) {
      if (!before.requests.has(id)) add({ kind: 'asked', health: null }, id, name)
    }
  }
  return [...groups.values()]
    .map(({ head, who }) => ({ kind: head.kind, health: head.health, who }))
    .toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))
}
