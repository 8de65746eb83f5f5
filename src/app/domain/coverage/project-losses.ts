import type { Repository } from '#contract/repository.ts'
import { lossOf } from './loss.ts'
import type { ProjectLoss } from './losses.ts'
import type { CoverageKnowledge } from './open-questions.ts'

/** Mirrors by ids: those that go, and those that stay. */
type Fleet = {
  readonly goneIds: readonly string[]
  readonly otherIds: readonly string[]
  /** Whether there are no others. */
  readonly isFleetWhole: boolean
}

/** What the going of mirrors means for each project, judged by the one repository of it that mirrors are asked about. */
export const projectLosses = (
  projects: readonly NonNullable<Repository['project']>[],
  { answers, samples }: CoverageKnowledge,
  { goneIds, otherIds, isFleetWhole }: Fleet,
): readonly ProjectLoss[] => {
  const mirrorIds = [...goneIds, ...otherIds]
  const columns = answers.columnsOf(mirrorIds)
  const isGone = Uint8Array.from(mirrorIds, (_id, index) => (index < goneIds.length ? 1 : 0))
  return projects.map(({ id, key, name }) => {
    const sample = samples.of(id)
    const codes = new Uint8Array(mirrorIds.length)
    let oldest = Infinity
    if (sample?.kind === 'repository') {
      answers.eachCode(sample.id, columns, (index, code, seconds) => {
        codes[index] = code
        if (code !== 0) oldest = Math.min(oldest, seconds * 1000)
      })
    }
    return {
      id,
      name: name ?? key,
      sample: sample?.kind ?? 'unread',
      loss: lossOf(codes, isGone, isFleetWhole),
      oldest: oldest === Infinity ? null : oldest,
    }
  })
}
