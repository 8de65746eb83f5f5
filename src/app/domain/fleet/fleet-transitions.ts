import { presenceBesideRows } from '#app/api/presence.ts'
import type { VerdictKind } from '#health/mirror-verdict.ts'
import { isKnown, isWrong } from '#health/verdict-severity.ts'
import type { FleetSnapshot, MirrorSight } from './fleet-snapshot.ts'

/** What happened between two snapshots to one or several mirrors: grouped, since one cause often hits many. */
export type Transition = {
  readonly kind:
    | 'became'
    | 'recovered'
    | 'appeared'
    | 'went'
    | 'changed-address'
    | 'changed-version'
    | 'asked'
  /** How they are now; only for `became`. */
  readonly verdict: VerdictKind | null
  /** Ids of mirrors, or of requests for `asked`, with names. */
  readonly who: readonly { readonly id: string; readonly name: string }[]
}

/** What is worth a message. A new mirror is not seen at first. */
const isNews = (kind: VerdictKind): boolean => kind === 'disabled' || (isWrong(kind) && kind !== 'never-seen')

/** Order of transitions: what is wrong first. */
const ORDER: readonly Transition['kind'][] = [
  'became',
  'asked',
  'went',
  // Credentials go there from now on.
  'changed-address',
  'recovered',
  'appeared',
  'changed-version',
]

const changeOf = (before: MirrorSight, now: MirrorSight): readonly Pick<Transition, 'kind' | 'verdict'>[] => {
  const changes: Pick<Transition, 'kind' | 'verdict'>[] = []
  // Not knowing is no change: the first check of a mirror says how it was all the time. Its record is always known.
  const isComparable = isKnown(before.verdict) || now.verdict === 'not-seen'
  if (before.verdict !== now.verdict && isComparable && isKnown(now.verdict)) {
    if (isNews(now.verdict)) changes.push({ kind: 'became', verdict: now.verdict })
    else if (isNews(before.verdict)) changes.push({ kind: 'recovered', verdict: null })
  }
  const isAddressNoted = before.address !== undefined && now.address !== undefined
  if (isAddressNoted && before.address !== now.address)
    changes.push({ kind: 'changed-address', verdict: null })
  if (before.version !== now.version) changes.push({ kind: 'changed-version', verdict: null })
  return changes
}

/**
 * What happened between two snapshots, grouped. A row appeared or went only where the other list proves that it was
 * not there: not knowing is no transition.
 */
export const transitionsOf = (before: FleetSnapshot, now: FleetSnapshot): readonly Transition[] => {
  const groups = new Map<string, { head: Pick<Transition, 'kind' | 'verdict'>; who: Transition['who'] }>()
  const add = (head: Pick<Transition, 'kind' | 'verdict'>, id: string, name: string) => {
    const key = `${head.kind} ${head.verdict ?? ''}`
    groups.set(key, { head, who: [...(groups.get(key)?.who ?? []), { id, name }] })
  }
  if (before.mirrors !== null && now.mirrors !== null) {
    const earlier = new Map(before.mirrors.rows.map((sight) => [sight.id, sight]))
    for (const sight of now.mirrors.rows) {
      const { id, name } = sight
      const known = earlier.get(id)
      earlier.delete(id)
      if (known !== undefined) for (const head of changeOf(known, sight)) add(head, id, name)
      else if (presenceBesideRows(before.mirrors, id) === 'absent')
        add({ kind: 'appeared', verdict: null }, id, name)
    }
    for (const { id, name } of earlier.values()) {
      if (presenceBesideRows(now.mirrors, id) === 'absent') add({ kind: 'went', verdict: null }, id, name)
    }
  }
  if (before.requests !== null && now.requests !== null) {
    const earlier = new Set(before.requests.rows.map(({ id }) => id))
    for (const { id, mirrorName } of now.requests.rows) {
      if (earlier.has(id)) continue
      if (presenceBesideRows(before.requests, id) === 'absent')
        add({ kind: 'asked', verdict: null }, id, mirrorName)
    }
  }
  return [...groups.values()]
    .map(({ head, who }) => ({ kind: head.kind, verdict: head.verdict, who }))
    .toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))
}
