import * as v from 'valibot'
import { oneLine } from './one-line.ts'

/** A state is one word; the known ones have at most 21 characters. What is longer is cut. */
const MAX_STATE = 64

/** A count that arrives as a number or as text; `null` for anything that is no count. */
const count = v.fallback(
  v.nullable(
    v.pipe(
      v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))]),
      v.safeInteger(),
      v.minValue(0),
    ),
  ),
  null,
)

/**
 * What a mirror answers at `/status`, read leniently: `memberCount` arrives as text, and a state may be one that is not
 * known yet. Without a state it is no status. A total below its part cannot be true, so it is dropped. Source: the
 * vendor's knowledge base; no reference describes the format.
 */
export const wireMirrorStatus = v.pipe(
  v.object({
    state: v.pipe(
      v.string(),
      v.transform((state) => oneLine(state, MAX_STATE)),
      v.minLength(1),
    ),
    memberCount: v.optional(count, null),
    discovering: v.optional(v.fallback(v.nullable(v.boolean()), null), null),
    syncedRepos: v.optional(count, null),
    totalRepos: v.optional(count, null),
  }),
  v.transform((status) =>
    (status.totalRepos ?? Infinity) < (status.syncedRepos ?? 0) ? { ...status, totalRepos: null } : status,
  ),
)

const kept = v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0)))

/** What a mirror says of itself, as the gateway passes it on. */
export const mirrorStatus = v.object({
  /** `SYNCHRONIZED`, `METADATA_SYNCHRONIZED`, or another word as the mirror wrote it. */
  state: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_STATE)),
  /** Nodes of a mirror farm; `null` when the mirror did not say. */
  memberCount: kept,
  /** Whether it still finds out what there is to copy, so that the total is not final. */
  discovering: v.nullable(v.boolean()),
  syncedRepos: kept,
  totalRepos: kept,
})

/** What a mirror says of itself. */
export type MirrorStatus = v.InferOutput<typeof mirrorStatus>
