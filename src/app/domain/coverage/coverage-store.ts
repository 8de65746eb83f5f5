import { mirrorAsker } from '#app/domain/availability/ask-mirror.ts'
import { createCoverageRun } from './coverage-run.ts'

/** The one run of this tab. Signing out reloads the app, so no user sees the answers to another. */
export const coverageStore = createCoverageRun({ asker: mirrorAsker })
