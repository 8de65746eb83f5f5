import type { Caller, Permission } from './accounts.ts'
import type { ProjectRecord } from './records/project-record.ts'

const sees = {
  administers: () => true,
  reads: (project) => !(project?.isRestricted ?? false),
  nothing: () => false,
} as const satisfies Record<Permission, (project: ProjectRecord | null) => boolean>

/** Whether a caller may see a project and what is in it. */
export const canSeeProject = (caller: Caller, project: ProjectRecord | null): boolean =>
  caller !== null && sees[caller.permission](project)
