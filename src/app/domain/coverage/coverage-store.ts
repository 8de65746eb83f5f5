import { mirrorAsker, mirrorQueue } from '#app/domain/availability/ask-mirror.ts'
import { createCoverageKeeper } from './coverage-keeper.ts'
import type { PassParts } from './coverage-pass.ts'
import { createCoverageRun } from './coverage-run.ts'
import { coverageTexts } from './coverage-texts.ts'
import { heedAttendance } from './heed-attendance.ts'
import { readSample } from './read-sample.ts'

/** Bitbucket has a place of its own in the queue, as if it were a mirror: two questions at once, and after a person's. */
const BITBUCKET = ''

const asking = {
  asker: mirrorAsker,
  readSample: (projectId: string, signal: AbortSignal) =>
    mirrorQueue.run(
      { mirrorId: BITBUCKET, priority: 'background' },
      () => readSample(projectId, signal),
      signal,
    ),
}

/** The one run of this tab. */
export const coverageStore = createCoverageRun(asking)

/** With what else asks for coverage in this tab, and learns into the same store. */
export const coverageParts: PassParts = { ...asking, now: () => Date.now(), knowledge: coverageStore }

/** Keeps what it learns over a reload. */
export const coverageKeeper = createCoverageKeeper(coverageStore, coverageTexts)

heedAttendance(coverageStore)
