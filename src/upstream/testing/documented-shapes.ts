import * as v from 'valibot'
import type { OperationName } from '#contract/operations.ts'
import type { Profile } from '#upstream/profile.ts'

/*
 * The shapes that the vendor documents, and nothing else: an unknown field fails here, where the contract's own
 * schemas would drop it. Written from the REST reference of 8.16 and the OpenAPI document of 9.4, whose names the
 * comments give. Neither marks any field of an answer as required.
 */
const links = v.record(
  v.string(),
  v.array(v.strictObject({ href: v.string(), name: v.optional(v.string()) })),
)
const integer = v.pipe(v.number(), v.integer())
const word = <const Words extends readonly string[]>(...words: Words) => v.optional(v.picklist(words))
const isoWithOffset = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/))

const mirrorServerFields = {
  id: v.optional(v.string()),
  name: v.optional(v.string()),
  baseUrl: v.optional(v.string()),
  enabled: v.optional(v.boolean()),
  mirrorType: word('SINGLE', 'FARM'),
  productVersion: v.optional(v.string()),
}

/** `RestMirrorServer`; dates are epoch ms before 9.x. */
const mirrorServer = (profile: Profile): v.GenericSchema<unknown, unknown> =>
  profile === '8.16'
    ? v.strictObject({
        ...mirrorServerFields,
        lastSeenDate: v.optional(integer),
        productType: v.optional(v.string()),
      })
    : v.strictObject({ ...mirrorServerFields, lastSeenDate: v.optional(isoWithOffset) })

const mirroringRequestFields = {
  id: integer,
  state: word('PENDING', 'ACCEPTED', 'REJECTED'),
  mirrorName: v.optional(v.string()),
  mirrorType: word('SINGLE', 'FARM'),
  mirrorId: v.optional(v.string()),
  mirrorBaseUrl: v.optional(v.string()),
  productVersion: v.optional(v.string()),
}

/** `RestMirroringRequest`. */
const mirroringRequest = (profile: Profile): v.GenericSchema<unknown, unknown> =>
  profile === '8.16'
    ? v.strictObject({
        ...mirroringRequestFields,
        productType: v.optional(v.string()),
        addonDescriptorUri: v.optional(v.string()),
      })
    : v.strictObject(mirroringRequestFields)

/** `RestProject`. */
const project = v.strictObject({
  id: integer,
  key: v.string(),
  name: v.optional(v.string()),
  description: v.optional(v.string()),
  public: v.optional(v.boolean()),
  type: word('NORMAL', 'PERSONAL'),
  scope: v.optional(v.string()),
  avatar: v.optional(v.string()),
  links: v.optional(links),
})

const repositoryFields = {
  id: integer,
  name: v.string(),
  slug: v.string(),
  description: v.optional(v.string()),
  hierarchyId: v.optional(v.string()),
  scmId: v.optional(v.string()),
  state: word('AVAILABLE', 'INITIALISATION_FAILED', 'INITIALISING', 'OFFLINE'),
  statusMessage: v.optional(v.string()),
  forkable: v.optional(v.boolean()),
  archived: v.optional(v.boolean()),
  public: v.optional(v.boolean()),
  scope: v.optional(v.string()),
  partition: v.optional(integer),
  relatedLinks: v.optional(v.record(v.string(), v.unknown())),
  project: v.optional(project),
  links: v.optional(links),
}

/** `RestRepository`. */
const repository = v.strictObject(repositoryFields)

/** `EnrichedRepository`. */
const enrichedRepository = v.strictObject({
  ...repositoryFields,
  properties: v.strictObject({
    contentHash: v.optional(v.string()),
    metadataHash: v.optional(v.string()),
    defaultBranchId: v.optional(v.string()),
  }),
})

const page = <Item>(item: v.GenericSchema<unknown, Item>) =>
  v.strictObject({
    values: v.array(item),
    size: integer,
    limit: integer,
    start: integer,
    isLastPage: v.boolean(),
    nextPageStart: v.optional(integer),
  })

/** The documented answer of each operation that answers JSON. */
export const documentedShapes = (profile: Profile) =>
  ({
    getPreferredMirror: mirrorServer(profile),
    getAnalyticsSettings: v.strictObject({
      supportEntitlementNumber: v.optional(v.string()),
      serverTime: integer,
      canCollectAnalytics: v.boolean(),
    }),
    /** `RestApplicationUserWithPermissions`. */
    authenticate: v.strictObject({
      id: integer,
      name: v.string(),
      slug: v.string(),
      displayName: v.string(),
      emailAddress: v.string(),
      active: v.boolean(),
      type: word('NORMAL', 'SERVICE'),
      effectivePermissions: v.record(v.string(), v.unknown()),
    }),
    listMirrors: page(mirrorServer(profile)),
    getMirror: mirrorServer(profile),
    updateMirror: mirrorServer(profile),
    getProject: project,
    listProjectRepositories: page(enrichedRepository),
    listRepositories: page(enrichedRepository),
    getRepository: enrichedRepository,
    /** `RestMirroredRepositoryDescriptor`. */
    listRepositoryMirrors: page(v.strictObject({ mirrorServer: mirrorServer(profile), links })),
    listRequests: page(mirroringRequest(profile)),
    createRequest: mirroringRequest(profile),
    getRequest: mirroringRequest(profile),
    acceptRequest: mirrorServer(profile),
    rejectRequest: mirrorServer(profile),
    getApplicationProperties: v.strictObject({
      version: v.string(),
      buildNumber: v.optional(v.string()),
      buildDate: v.optional(v.string()),
      displayName: v.optional(v.string()),
    }),
    listProjects: page(project),
    searchRepositories: page(repository),
  }) satisfies Partial<Record<OperationName, v.GenericSchema<unknown, unknown>>>

/** `RestErrors`; real ones have null for what they do not know. */
export const documentedErrors = v.strictObject({
  errors: v.pipe(
    v.array(
      v.strictObject({
        context: v.nullable(v.string()),
        message: v.nullable(v.string()),
        exceptionName: v.nullable(v.pipe(v.string(), v.startsWith('com.atlassian.'))),
      }),
    ),
    v.minLength(1),
  ),
})
