import type { MirrorRecord } from '#upstream/records/mirror-record.ts'
import { replyWithJson } from '#upstream/reply.ts'
import type { World } from '#upstream/world.ts'

/** How long a first synchronization takes, in ms: as long as the slowest repository of it. */
const FIRST_SYNC_MS = 25_000

const PROGRESS_PATH = /^\/rest\/mirroring\/(?:latest|1\.0)\/progress$/

/** Mirrors before 8.x count nothing: they are synchronized with "0 of 0", as in the vendor's example. */
const countsNothing = ({ productVersion }: MirrorRecord) => Number.parseInt(productVersion, 10) < 8

const progressOf = ({ catalogue, settings }: World, mirror: MirrorRecord) => {
  const all = countsNothing(mirror) ? 0 : catalogue.repositories.size
  const totalRepos = mirror.projects === 'all' ? all : Math.ceil((all * mirror.projects.length) / 10)
  const since = settings.now() - mirror.acceptedAt
  const part = mirror.syncedPart ?? Math.min(1, Math.max(0, since / FIRST_SYNC_MS))
  const isStuck = mirror.stuckAt === 'INITIALIZING'
  return { discovering: false, syncedRepos: isStuck ? 0 : Math.floor(totalRepos * part), totalRepos }
}

/**
 * A mirror's own status and its progress, which need no credential; `null` for every other path. The number of nodes is
 * text, as the vendor's examples have it.
 */
export const mirrorStatusReply = (world: World, mirror: MirrorRecord, path: string): Response | null => {
  const progress = progressOf(world, mirror)
  if (PROGRESS_PATH.test(path)) return replyWithJson(mirror.progress ?? progress)
  if (path !== '/status' || mirror.ownStatus === 'hidden') return null
  const isDone = progress.syncedRepos === progress.totalRepos
  const memberCount = mirror.mirrorType === 'FARM' ? '3' : '1'
  const state = isDone ? 'SYNCHRONIZED' : 'METADATA_SYNCHRONIZED'
  return replyWithJson(mirror.ownStatus ?? { state, memberCount, ...progress })
}
