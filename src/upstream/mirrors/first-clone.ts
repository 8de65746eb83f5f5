import type { MirrorRecord } from '#upstream/records/mirror-record.ts'
import type { RepositoryRecord } from '#upstream/records/repository-record.ts'
import { stableNumber } from '#upstream/stable-number.ts'

const FIRST_CLONE_MS = 5_000
const CLONE_SPREAD_MS = 20_000

/** Whether the project of a repository was chosen for a mirror. */
export const isChosen = ({ projects }: MirrorRecord, { project }: RepositoryRecord): boolean =>
  projects === 'all' || projects.includes(project?.key ?? '')

/** A number of its own for a repository on a mirror. */
export const seedOf = (mirror: MirrorRecord, repository: RepositoryRecord): number =>
  stableNumber(`${mirror.id}/${repository.id}`)

/** When a repository is on a mirror for the first time, in epoch ms: 5 to 25 s after the mirror was accepted. */
export const clonedAtOf = (mirror: MirrorRecord, repository: RepositoryRecord): number =>
  mirror.acceptedAt + FIRST_CLONE_MS + (seedOf(mirror, repository) % CLONE_SPREAD_MS)
