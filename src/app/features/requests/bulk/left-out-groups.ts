import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { LeftOut } from './bulk-plan.ts'

/** Requests that are left out for one reason. */
export type LeftOutGroup = { readonly why: string; readonly requests: readonly MirroringRequest[] }

/** Requests that are left out by their reasons, in the order in which the reasons appear first. */
export const leftOutGroups = (leftOut: readonly LeftOut[]): readonly LeftOutGroup[] => {
  const groups = Map.groupBy(leftOut, ({ why }) => why)
  return [...groups].map(([why, all]) => ({ why, requests: all.map(({ request }) => request) }))
}
