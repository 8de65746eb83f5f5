import type { ReportedPush, ReportedSync } from '#gateway/watch/store/lag-store.ts'

/** A push that the gateway learned of at once. */
export const reportedPush = (repositoryId: string, at: number, projectId = 'p'): ReportedPush => ({
  repositoryId,
  projectId,
  at,
  toldAt: at,
})

/** A synchronization that the gateway learned of at once. */
export const reportedSync = (
  mirrorId: string,
  repositoryId: string,
  at: number,
  projectId = 'p',
): ReportedSync => ({ mirrorId, repositoryId, projectId, at, toldAt: at })
