import { isOld } from './answer-age.ts'
import type { Extent } from './extent-words.ts'
import type { Loss } from './loss.ts'
import type { SampleKind } from './project-samples.ts'

/** What the going of mirrors means for one project. */
export type ProjectLoss = {
  readonly id: string
  readonly name: string
  readonly loss: Loss
  readonly sample: SampleKind
  /** When the oldest answer about it came, epoch ms; `null` without any. */
  readonly oldest: number | null
}

/** What the going of mirrors means for an installation. */
export type Losses = {
  readonly extent: Extent
  /** The projects that lose their last mirror. */
  readonly losing: readonly ProjectLoss[]
  /** When the oldest answer came, epoch ms; `null` without any. */
  readonly oldest: number | null
  /** Projects with answers that are old. */
  readonly old: number
}

/** Whether nothing of it can be judged: its repositories could not be read. */
const isUnreadable = ({ sample }: ProjectLoss): boolean => sample === 'unreadable' || sample === 'failed'

/** Whether it is still to be asked about. */
export const isUnchecked = (project: ProjectLoss): boolean =>
  project.sample === 'unread' || (project.sample === 'repository' && project.loss === 'unchecked')

/**
 * Counts what the going of mirrors means. A project without repositories loses nothing.
 *
 * @param isWhole whether these are all projects.
 * @param now epoch ms.
 */
export const lossesOf = (projects: readonly ProjectLoss[], isWhole: boolean, now: number): Losses => {
  const counts = { unchecked: 0, unclear: 0, unreadable: 0 }
  const losing: ProjectLoss[] = []
  let oldest = Infinity
  let old = 0
  for (const project of projects) {
    if (isUnreadable(project)) counts.unreadable += 1
    else if (isUnchecked(project)) counts.unchecked += 1
    else if (project.sample === 'repository' && project.loss === 'unclear') counts.unclear += 1
    else if (project.sample === 'repository' && project.loss === 'loses') losing.push(project)
    if (project.oldest === null) continue
    oldest = Math.min(oldest, project.oldest)
    if (isOld(project.oldest, now)) old += 1
  }
  const extent = { total: projects.length, isWhole, ...counts }
  return { extent, losing, oldest: oldest === Infinity ? null : oldest, old }
}
