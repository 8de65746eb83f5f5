import { presenceIn } from '#app/api/presence.ts'
import type { MirrorHealth } from '#app/domain/mirror/mirror-health.ts'
import type { FleetSnapshot, MirrorSight } from './fleet-snapshot.ts'

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
 * What happened between two snapshots, grouped. A row appeared or went only where the other list proves that it was
 * not there: not knowing is no transition.
 */
export const transitionsOf = (before: FleetSnapshot, now: FleetSnapshot): readonly Transition[] => {
  const groups = new Map<string, { head: Pick<Transition, 'kind' | 'health'>; who: Transition['who'] }>()
  const add = (head: Pick<Transition, 'kind' | 'health'>, id: string, name: string) => {
    const key = `${head.kind} ${head.health ?? ''}`
    groups.set(key, { head, who: [...(groups.get(key)?.who ?? []), { id, name }] })
  }
  if (before.mirrors !== null && now.mirrors !== null) {
    const earlier = new Map(before.mirrors.rows.map((sight) => [sight.id, sight]))
    for (const sight of now.mirrors.rows) {
      const { id, name } = sight
      const known = earlier.get(id)
      earlier.delete(id)
      if (known !== undefined) for (const head of changeOf(known, sight)) add(head, id, name)
      else if (presenceIn(before.mirrors, id) === 'absent') add({ kind: 'appeared', health: null }, id, name)
    }
    for (const { id, name } of earlier.values()) {
      if (presenceIn(now.mirrors, id) === 'absent') add({ kind: 'went', health: null }, id, name)
    }
  }
  if (before.requests !== null && now.requests !== null) {
    const earlier = new Set(before.requests.rows.map(({ id }) => id))
    for (const { id, name } of now.requests.rows) {
      if (earlier.has(id)) continue
      if (presenceIn(before.requests, id) === 'absent') add({ kind: 'asked', health: null }, id, name)
    }
  }
  return [...groups.values()]
    .map(({ head, who }) => ({ kind: head.kind, health: head.health, who }))
    .toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))
}
