import { isSafeId } from '#contract/path.ts'
import { NO_PAGES, stepAfter } from '#contract/paging.ts'
import { call } from '#app/api/client.ts'
import type { Sample } from './project-samples.ts'

/** One repository is enough; more are read only where the first cannot be used, and then not many. */
const LIMITS = [1, 25, 100]

/**
 * Reads one repository of a project: the first that can be asked about.
 *
 * @throws Problem; the signal's reason when it aborts.
 */
export const readSample = async (projectId: string, signal: AbortSignal): Promise<Sample> => {
  let start = 0
  let progress = NO_PAGES
  let hasRows = false
  for (const limit of LIMITS) {
    const query = { start, limit }
    const page = await call('listProjectRepositories', { parameters: { projectId }, query }, signal)
    const usable = page.values.find(({ id }) => isSafeId(id))
    if (usable !== undefined) return { kind: 'repository', id: usable.id }
    hasRows ||= page.values.length + page.unreadable.length > 0
    const step = stepAfter(page, start, page.values.length, progress)
    if (step.kind === 'done') return { kind: hasRows ? 'unreadable' : 'empty' }
    if (step.kind === 'stopped') return { kind: 'unreadable' }
    start = step.start
    progress = step.progress
  }
  return { kind: 'unreadable' }
}
