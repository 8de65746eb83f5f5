import type { RepositoryRecord } from '#upstream/records/repository-record.ts'
import { stableHex } from '#upstream/stable-number.ts'
import { projectPath, projectWire } from './project-wire.ts'

const statusMessages = {
  AVAILABLE: 'Available',
  INITIALISING: 'Initialising',
  INITIALISATION_FAILED: 'Initialisation failed',
  OFFLINE: 'Offline',
} as const satisfies Record<RepositoryRecord['state'], string>

/** A repository as repository search sends it. Source: RestRepository, 9.4. */
export const repositoryWire = (repository: RepositoryRecord, upstream: string) => {
  const { project } = repository
  const path = `${(project?.key ?? '').toLowerCase()}/${repository.slug}`
  return {
    slug: repository.slug,
    id: repository.id,
    name: repository.name,
    description: repository.description,
    hierarchyId: stableHex(`hierarchy ${repository.id}`, 20),
    scmId: 'git',
    state: repository.state,
    statusMessage: statusMessages[repository.state],
    forkable: true,
    ...(project ? { project: projectWire(project, upstream) } : {}),
    public: project?.public ?? false,
    archived: repository.archived,
    links: {
      clone: [{ href: `${upstream}/scm/${path}.git`, name: 'http' }],
      self: [
        {
          href: `${upstream}${project ? projectPath(project) : '/projects/'}/repos/${repository.slug}/browse`,
        },
      ],
    },
    ...repository.wire,
  }
}

/**
 * A repository as the mirroring operations send it, with its hashes, and with its default branch when that was asked
 * for. Source: EnrichedRepository, 8.16 and 9.4.
 */
export const enrichedRepositoryWire = (
  repository: RepositoryRecord,
  upstream: string,
  includeDefaultBranch: boolean,
) => ({
  ...repositoryWire(repository, upstream),
  properties: {
    contentHash: repository.contentHash,
    metadataHash: repository.metadataHash,
    ...(includeDefaultBranch ? { defaultBranchId: repository.defaultBranchId } : {}),
  },
})
