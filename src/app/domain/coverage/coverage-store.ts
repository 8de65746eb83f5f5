import { mirrorAsker, mirrorQueue } from '#app/domain/availability/ask-mirror.ts'
import { createCoverageKeeper } from './coverage-keeper.ts'
import { createCoverageRun } from './coverage-run.ts'
import { coverageTexts } from './coverage-texts.ts'
import { heedAttendance } from './heed-attendance.ts'
import { readSample } from './read-sample.ts'

/** Bitbucket has a place of its own in the queue, as if it were a mirror: two questions at once, and after a person's. */
const BITBUCKET = ''

/** The one run of this tab. */
export const coverageStore = createCoverageRun({
  asker: mirrorAsker,
  readSample: (projectId, signal) =>
    mirrorQueue.run(
      { mirrorId: BITBUCKET, priority: 'background' },
      () => readSample(projectId, signal),
      signal,
    ),
})

/** Keeps what it learns over a reload. */
export const coverageKeeper = createCoverageKeeper(coverageStore, coverageTexts)

heedAttendance(coverageStore)
