import type { ProjectRecord } from '#upstream/records/project-record.ts'
import type { RepositoryRecord } from '#upstream/records/repository-record.ts'
import { stableHex } from '#upstream/stable-number.ts'

/** An available repository with known hashes, except for what is given. */
export const makeRepository = (
  id: number,
  name: string,
  project: ProjectRecord | null,
  given: Partial<RepositoryRecord> = {},
): RepositoryRecord => ({
  id,
  slug: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  name,
  description: `The ${name} of ${project?.name ?? 'nobody'}`,
  state: 'AVAILABLE',
  archived: false,
  defaultBranchId: 'refs/heads/main',
  contentHash: stableHex(`content ${id}`, 64),
  metadataHash: stableHex(`metadata ${id}`, 64),
  project,
  ...given,
})
