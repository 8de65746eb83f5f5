import type { ProjectRecord } from './project-record.ts'

/** A repository as the small Bitbucket keeps it. */
export type RepositoryRecord = {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly description: string
  readonly state: 'AVAILABLE' | 'INITIALISING' | 'INITIALISATION_FAILED' | 'OFFLINE'
  readonly archived: boolean
  readonly defaultBranchId: string
  readonly contentHash: string
  readonly metadataHash: string
  readonly project: ProjectRecord | null
  /** Fields that replace the correct ones on the wire; for hostile rows. */
  readonly wire?: Readonly<Record<string, unknown>>
}
