import * as v from 'valibot'
import { instant } from './instant.ts'
import { mirrorServer } from './mirror-server.ts'
import { optionalFlag, optionalIdentifier, optionalOpenEnum, optionalText, text } from './scalar.ts'

/**
 * One row of `repos/{repoId}/mirrors`: a mirror and the pre-authorised link to that mirror's own resource.
 * The link is a secret until it expires: it is used to ask the mirror, and is never shown.
 */
export const mirroredRepositoryDescriptor = v.pipe(
  v.object({
    mirrorServer,
    links: v.optional(
      v.fallback(v.object({ self: v.fallback(v.array(v.object({ href: text })), []) }), { self: [] }),
      { self: [] },
    ),
  }),
  v.transform(({ mirrorServer, links }) => ({ mirrorServer, signedLink: links.self[0]?.href ?? null })),
)

/** A mirror and the signed link to ask it with. */
export type MirroredRepositoryDescriptor = v.InferOutput<typeof mirroredRepositoryDescriptor>

/** The states of a repository on a mirror. Source: RestMirroredRepository. */
export const MIRRORED_STATUSES = [
  'NOT_MIRRORED',
  'INITIALIZING',
  'AVAILABLE',
  'ERROR_INITIALIZING',
  'ERROR_AVAILABLE',
] as const

/** An address to clone from or push to; `name` is the protocol (`http`, `ssh`). Written by the mirror: not trusted. */
const namedLink = v.object({ name: text, href: text })
const namedLinks = v.optional(
  v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((links) =>
        // A mirror offers a few; what follows in a hostile list is dropped.
        links.slice(0, 50).flatMap((link) => {
          const read = v.safeParse(namedLink, link)
          return read.success ? [read.output] : []
        }),
      ),
    ),
    [],
  ),
  [],
)

/**
 * What a mirror says about one repository. Newer mirrors send `cloneUrls` and `pushUrls`, older ones the same under
 * `links.clone` and `links.push`: both are read. `status` counts only together with `available`.
 */
export const mirroredRepository = v.pipe(
  v.object({
    repositoryId: optionalIdentifier,
    mirrorName: optionalText,
    available: optionalFlag,
    status: optionalOpenEnum(...MIRRORED_STATUSES),
    lastUpdated: instant,
    cloneUrls: namedLinks,
    pushUrls: namedLinks,
    links: v.optional(
      v.fallback(v.object({ clone: namedLinks, push: namedLinks }), { clone: [], push: [] }),
      {
        clone: [],
        push: [],
      },
    ),
  }),
  v.check(
    ({ available, status }) => available !== null || status !== null,
    'Neither "available" nor "status" was given',
  ),
  v.transform(({ links, cloneUrls, pushUrls, ...rest }) => ({
    ...rest,
    cloneUrls: cloneUrls.length > 0 ? cloneUrls : links.clone,
    pushUrls: pushUrls.length > 0 ? pushUrls : links.push,
  })),
)

/** A mirror's answer about one repository, after reading. */
export type MirroredRepository = v.InferOutput<typeof mirroredRepository>
