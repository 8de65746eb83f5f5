import { signedLinkOf } from '#upstream/mirrors/signed-link.ts'
import { mirroredRepositoryPath } from '#upstream/mirrors/signed-link.ts'
import { pageOf } from '#upstream/paging.ts'
import type { MirrorRecord } from '#upstream/records/mirror-record.ts'
import { replyWithJson } from '#upstream/reply.ts'
import { rowsOfList } from '#upstream/rows.ts'
import { mirrorWire } from '#upstream/wire/mirror-wire.ts'
import { findRepository } from './find-visible.ts'
import type { Handlers } from './handler.ts'

/** All mirrors, each with a link to ask it about one repository. */
export const repositoryMirrorsHandlers = {
  listRepositoryMirrors: async (exchange, { repoId }) => {
    const { world, caller, query, now } = exchange
    const { profile } = world.settings
    const repository = findRepository(exchange, repoId)
    const linkOf = (mirror: MirrorRecord) =>
      query.get('preAuthorized') === 'false'
        ? `${mirror.baseUrl}${mirroredRepositoryPath(profile, mirror, repository.id)}`
        : signedLinkOf(world.signer, profile, mirror, repository.id, caller?.name ?? '', now)
    const page = pageOf(
      rowsOfList(world.mirrors),
      exchange,
      () => true,
      async (mirror) => ({
        mirrorServer: mirrorWire(world, mirror, now),
        links: { self: [{ href: await linkOf(mirror) }] },
      }),
    )
    return replyWithJson({ ...page, values: await Promise.all(page.values) })
  },
} satisfies Partial<Handlers>
