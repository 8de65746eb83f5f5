import * as v from 'valibot'
import { hash } from './hash.ts'
import { identifier, optionalFlag, optionalOpenEnum, optionalProse, optionalText, text } from './scalar.ts'

/** A project, by its numeric primary key. Source: RestProject, 8.16 and 9.4. */
export const project = v.object({
  id: identifier,
  key: text,
  name: optionalText,
  description: optionalProse,
  type: optionalOpenEnum('NORMAL', 'PERSONAL'),
  public: optionalFlag,
})

const enrichment = v.object({
  contentHash: hash,
  metadataHash: hash,
  /** Arrives only with `includeDefaultBranch=true`, as a full ref. */
  defaultBranchId: optionalText,
})

/**
 * A repository, with hashes where the operation enriches it (`repos…` of mirroring) and without where it does not
 * (repository search). Source: RestRepository and EnrichedRepository, 8.16 and 9.4.
 */
export const repository = v.object({
  id: identifier,
  name: text,
  slug: optionalText,
  description: optionalProse,
  state: optionalOpenEnum('AVAILABLE', 'INITIALISING', 'INITIALISATION_FAILED', 'OFFLINE'),
  statusMessage: optionalProse,
  public: optionalFlag,
  archived: optionalFlag,
  scmId: optionalText,
  project: v.optional(v.fallback(v.nullable(project), null), null),
  properties: v.optional(v.fallback(enrichment, v.parse(enrichment, {})), {}),
})

/** A repository after reading. */
export type Repository = v.InferOutput<typeof repository>
