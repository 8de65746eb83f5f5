import { isSafeId } from '#contract/path.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { Questions } from '#app/domain/availability/use-questions.ts'

/** Questions of one click at most: what is in view on a large screen with ten mirrors takes half of it. */
export const MAX_QUESTIONS = 600

/** Every mirror that can be asked, about each of these repositories: the first ones, where that would be too many. */
export const rowQuestions = (
  mirrors: readonly MirrorServer[],
  repositoryIds: readonly string[],
): Questions => {
  const usable = mirrors.filter(({ id, enabled }) => isSafeId(id) && enabled !== false)
  const rows = repositoryIds.slice(0, Math.max(1, Math.floor(MAX_QUESTIONS / Math.max(1, usable.length))))
  return new Map(usable.map(({ id }) => [id, rows]))
}
