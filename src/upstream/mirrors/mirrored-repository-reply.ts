import type { MirrorRecord } from '#upstream/records/mirror-record.ts'
import type { RepositoryRecord } from '#upstream/records/repository-record.ts'
import { replyWithJson } from '#upstream/reply.ts'
import { wireDate } from '#upstream/wire/wire-date.ts'
import type { World } from '#upstream/world.ts'
import { mirroredStateOf } from './mirrored-state.ts'

type Link = { readonly name: string; readonly href: string }

const SSH_PORT = 7999

const addressesAt = (address: string, path: string): readonly Link[] => [
  { name: 'http', href: `${address}/scm/${path}.git` },
  { name: 'ssh', href: `ssh://git@${new URL(address).hostname}:${SSH_PORT}/${path}.git` },
]

/** Addresses that run commands, or scripts, where they are pasted or opened. */
const hostileAddresses = (path: string): readonly Link[] => [
  { name: 'http', href: 'javascript:alert(document.domain)' },
  { name: 'ssh', href: `ssh://-oProxyCommand=touch%20owned/${path}.git` },
  { name: 'ext', href: 'ext::sh -c touch% owned' },
  { name: 'http', href: `https://evil.example/${path}.git\n--upload-pack=touch owned` },
]

/**
 * What a mirror says about a repository. Mirrors before 8.x put the addresses under `links`, later ones into fields
 * of their own; pushes go to the upstream.
 */
export const mirroredRepositoryReply = (
  world: World,
  mirror: MirrorRecord,
  repository: RepositoryRecord,
): Response => {
  const { baseUrl, now } = world.settings
  const { status, available, lastUpdated } = mirroredStateOf(
    mirror,
    repository,
    world.eventOf(mirror, repository),
    world.life,
    now(),
  )
  const path = `${(repository.project?.key ?? '').toLowerCase()}/${repository.slug}`
  const clone =
    mirror.behaviour === 'hostile-addresses' ? hostileAddresses(path) : addressesAt(mirror.baseUrl, path)
  const push = addressesAt(baseUrl, path)
  const major = Number.parseInt(mirror.productVersion, 10)
  return replyWithJson({
    repositoryId: String(repository.id),
    mirrorName: mirror.name,
    available,
    status,
    ...(lastUpdated === null ? {} : { lastUpdated: wireDate(lastUpdated, major >= 9 ? '9.4' : '8.16') }),
    ...(available && (major >= 8 ? { cloneUrls: clone, pushUrls: push } : { links: { clone, push } })),
  })
}
