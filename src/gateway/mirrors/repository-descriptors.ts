import * as v from 'valibot'
import type { MirroredRepositoryDescriptor } from '#contract/mirrored-repository.ts'
import { operations } from '#contract/operations.ts'
import { NO_PAGES, stepAfter } from '#contract/paging.ts'
import { parseJson } from '#contract/parse-json.ts'
import { buildPath } from '#contract/path.ts'
import { answerProblem } from '#gateway/upstream/answer-problem.ts'
import { BoundedMap } from '#gateway/http/bounded-map.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import type { SealedSession } from '#gateway/session/session-seal.ts'
import type { UpstreamFetch } from '#gateway/upstream/upstream-fetch.ts'
import { UpstreamRefusal } from '#gateway/upstream/upstream-refusal.ts'

/** How long one reading serves the questions about the other mirrors, in ms. The signed links outlive it. */
const FRESH_MS = 5000

/** Readings kept at once. */
const MAX_READINGS = 200

/** Pages read at most: with 100 rows each, more mirrors than anybody runs. */
const MAX_PAGES = 50

type Reading = { readonly startedAt: number; readonly rows: Promise<readonly MirroredRepositoryDescriptor[]> }

/** Reads all mirrors of a repository; a reading that started before `notBefore` (epoch ms) does not serve. */
export type DescriptorReader = (
  session: SealedSession,
  repositoryId: string,
  notBefore?: number,
) => Promise<readonly MirroredRepositoryDescriptor[]>

/**
 * Reads `repos/{repoId}/mirrors` over all its pages with the caller's credential. Asking a hundred mirrors about one
 * repository reads it once: readings are shared for a few seconds, within one session only.
 */
export const createDescriptorReader = (options: {
  readonly upstream: string
  readonly fetchUpstream: UpstreamFetch
  readonly now: () => number
}): DescriptorReader => {
  const { upstream, fetchUpstream, now } = options
  const readings = new BoundedMap<string, Reading>(MAX_READINGS)

  const readPage = async (path: string, start: number, authorization: string) => {
    const response = await fetchUpstream(
      new Request(`${upstream}${path}?start=${start}&limit=100&preAuthorized=true`, {
        headers: { accept: 'application/json', authorization },
      }),
    )
    const problem = answerProblem({ status: response.status, header: (name) => response.headers.get(name) })
    if (problem !== null) throw problem
    if (!response.ok) throw new UpstreamRefusal(response, await response.text())
    try {
      return v.parse(operations.listRepositoryMirrors.result, parseJson(await response.text()))
    } catch {
      // The cause is left out: it would carry pieces of the answer, and signed links are in it.
      throw new GatewayError('upstream-not-json')
    }
  }

  const readAll = async (session: SealedSession, repositoryId: string) => {
    const path = buildPath(operations.listRepositoryMirrors.path, { repoId: repositoryId })
    const rows: MirroredRepositoryDescriptor[] = []
    const ids = new Set<string>()
    let start = 0
    let progress = NO_PAGES
    while (progress.pages < MAX_PAGES) {
      const page = await readPage(path, start, session.authorization)
      const fresh = page.values.filter(({ mirrorServer: { id } }) => ids.size < ids.add(id).size)
      rows.push(...fresh)
      const step = stepAfter(page, start, fresh.length, progress)
      if (step.kind !== 'next') break
      ;({ start, progress } = step)
    }
    return rows
  }

  return (session, repositoryId, notBefore = 0) => {
    const key = `${session.id} ${repositoryId}`
    const known = readings.get(key)
    if (known !== undefined && known.startedAt >= Math.max(notBefore, now() - FRESH_MS)) return known.rows
    const reading: Reading = { startedAt: now(), rows: readAll(session, repositoryId) }
    readings.set(key, reading)
    const forget = () => {
      if (readings.get(key) === reading) readings.delete(key)
    }
    // A failure is not kept, and neither are the links of an old reading.
    reading.rows.then(() => setTimeout(forget, FRESH_MS).unref(), forget)
    return reading.rows
  }
}
