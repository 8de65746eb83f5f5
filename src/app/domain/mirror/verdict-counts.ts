import { type VerdictKind, VERDICTS } from '#health/mirror-verdict.ts'

/** The place of a verdict: the worst has 0. */
export const verdictRank = (kind: VerdictKind): number => VERDICTS.indexOf(kind)

/** How many mirrors have each verdict, worst first, without the verdicts that none has. */
export const verdictCounts = (
  kinds: Iterable<{ readonly kind: VerdictKind }>,
): readonly { readonly kind: VerdictKind; readonly count: number }[] => {
  const counts = new Map<VerdictKind, number>()
  for (const { kind } of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .toSorted((one, other) => verdictRank(one.kind) - verdictRank(other.kind))
}
