import type { QueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { mirrorStatus } from '#contract/mirror-status.ts'
import { PROBE_FAILURES } from '#contract/probe.ts'
import { sightsQuery } from './mirror-checks.ts'
import { type MirrorSight, NO_SIGHTS } from '#health/mirror-sight.ts'

const sight: v.GenericSchema<unknown, MirrorSight> = v.object({
  finding: v.variant('kind', [
    v.object({ kind: v.literal('answered'), status: v.nullable(mirrorStatus) }),
    v.object({
      kind: v.literal('failed'),
      failure: v.picklist(PROBE_FAILURES),
      status: v.nullable(v.number()),
    }),
  ]),
  checkedAt: v.number(),
  receivedAt: v.number(),
  since: v.number(),
  clockDifferenceMs: v.nullable(v.number()),
  refusedAt: v.nullable(v.number()),
  tookMs: v.optional(v.nullable(v.number()), null),
  certificateEnds: v.optional(v.nullable(v.number()), null),
})
const keptSight = v.tuple([v.string(), sight])

/** What is known of mirrors, to be kept over a reload. */
export const keptSights = (client: QueryClient): readonly unknown[] => [
  ...(client.getQueryData(sightsQuery.queryKey) ?? NO_SIGHTS),
]

/** Takes back what {@link keptSights} gave. What does not fit counts as none; what was learnt since stays. */
export const restoreSights = (client: QueryClient, kept: readonly unknown[]): void => {
  const sights = kept.flatMap((one) => {
    const read = v.safeParse(keptSight, one)
    return read.success ? [read.output] : []
  })
  if (sights.length === 0) return
  const now = client.getQueryData(sightsQuery.queryKey) ?? NO_SIGHTS
  const all = new Map([...sights, ...now])
  // As old as its oldest part, so that the next page asks anew.
  const updatedAt = Math.min(...[...all.values()].map(({ receivedAt }) => receivedAt))
  client.setQueryData(sightsQuery.queryKey, all, { updatedAt })
}
