import * as v from 'valibot'
import { hash } from './hash.ts'
import { identifier, optionalFlag, optionalOpenEnum, optionalText, text } from './scalar.ts'

/** A project, by its numeric primary key. Source: RestProject, 8.16 and 9.4. */
export const project = v.object({
  id: identifier,
  key: text,
  name: optionalText,
  description: optionalText,
  type: optionalOpenEnum('NORMAL', 'PERSONAL'),
  public: optionalFlag,
})

/** A project after reading. */
export type Project = v.InferOutput<typeof project>

const hashes = v.pipe(
  v.optional(v.fallback(v.record(v.string(), v.unknown()), {}), {}),
  v.transform((properties) => ({
    contentHash: v.parse(hash, properties['contentHash']),
    metadataHash: v.parse(hash, properties['metadataHash']),
    /** Arrives only with `includeDefaultBranch=true`, as a full ref. */
    defaultBranchId: v.parse(optionalText, properties['defaultBranchId']),
  })),
)

/**
 * A repository, with hashes where the operation enriches it (`repos…` of mirroring) and without where it does not
 * (repository search). Source: RestRepository and EnrichedRepository, 8.16 and 9.4.
 */
export const repository = v.object({
  id: identifier,
  name: text,
  slug: optionalText,
  description: optionalText,
  state: optionalOpenEnum('AVAILABLE', 'INITIALISING', 'INITIALISATION_FAILED', 'OFFLINE'),
  statusMessage: optionalText,
  public: optionalFlag,
  archived: optionalFlag,
  scmId: optionalText,
  project: v.optional(v.fallback(v.nullable(project), null), null),
  properties: hashes,
})

/** A repository after reading. */
export type Repository = v.InferOutput<typeof repository>
