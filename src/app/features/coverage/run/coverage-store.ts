import { askMirror } from '#app/domain/availability/availability.ts'
import { createCoverageRun } from './coverage-run.ts'

/** The one run of this tab. Signing out loads the app anew, so nobody sees the answers to somebody else. */
export const coverageStore = createCoverageRun({
  ask: ({ repositoryId, mirrorId }, signal) => askMirror(repositoryId, mirrorId, signal),
})
