import { operations } from '#contract/operations.ts'
import { buildPath, isSafeId } from '#contract/path.ts'
import { NO_PAGES, stepAfter } from '#contract/paging.ts'
import { parseJson } from '#contract/parse-json.ts'
import * as v from 'valibot'
import type { MirrorSource } from '#gateway/mirrors/read-mirrors.ts'
import { readPage } from '#gateway/upstream/read-whole-list.ts'

/** Projects of which one repository is looked at, where none are named. */
const PROJECTS = 20

/** Pages of the list of repositories that are read to find them, with 100 rows each. */
const MAX_PAGES = 10

/** Where repositories are read, and for whom. */
export type RepositorySource = Pick<MirrorSource, 'upstream' | 'fetchUpstream'> & {
  /** Of the account that watches. */
  readonly authorization: string
}

/**
 * The first repository of each project, as Bitbucket lists them to the account that watches, of at most twenty. Mirrors
 * copy whole projects, so a second one says little more.
 *
 * @throws GatewayError, or UpstreamRefusal when they are not listed.
 */
export const sampleRepositories = async (
  { upstream, fetchUpstream, authorization }: RepositorySource,
  signal: AbortSignal,
): Promise<readonly string[]> => {
  const { path, result } = operations.listRepositories
  const headers = { accept: 'application/json', authorization }
  const byProject = new Map<string, string>()
  const seen = new Set<string>()
  let start = 0
  let progress = NO_PAGES
  while (progress.pages < MAX_PAGES && byProject.size < PROJECTS) {
    const search = new URLSearchParams({ start: String(start), limit: '100' }).toString()
    const request = new Request(`${upstream}${path}?${search}`, { headers, signal })
    const { page } = await readPage(fetchUpstream, result, request)
    const fresh = page.values.filter(({ id }) => seen.size < seen.add(id).size)
    for (const { id, project } of fresh) {
      const key = project?.id ?? ''
      if (isSafeId(id) && !byProject.has(key)) byProject.set(key, id)
    }
    const step = stepAfter(page, start, fresh.length, progress)
    if (step.kind !== 'next') break
    ;({ start, progress } = step)
  }
  return [...byProject.values()].slice(0, PROJECTS)
}

/**
 * The content hash of a repository; `null` where Bitbucket has not calculated it, or does not say. A content hash changes
 * with every change of a ref.
 *
 * @throws GatewayError when it could not be asked.
 */
export const readContentHash = async (
  { upstream, fetchUpstream, authorization }: RepositorySource,
  repoId: string,
  signal: AbortSignal,
): Promise<string | null> => {
  const { path, result } = operations.getRepository
  const headers = { accept: 'application/json', authorization }
  const response = await fetchUpstream(
    new Request(upstream + buildPath(path, { repoId }), { headers, signal }),
  )
  if (!response.ok) return null
  const read = v.safeParse(result, parseJson(await response.text()))
  const hash = read.success ? read.output.properties?.contentHash : undefined
  return hash?.state === 'known' ? hash.value : null
}
