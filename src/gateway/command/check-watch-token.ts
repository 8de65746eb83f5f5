import { operations } from '#contract/operations.ts'
import type { MirrorSource } from '#gateway/mirrors/read-mirrors.ts'
import { readPage } from '#gateway/upstream/read-whole-list.ts'
import { watchProblemOf } from '#gateway/watch/watch-problem.ts'
import { type Finding, note, ok, wrong } from './finding.ts'

const headersOf = (token: string) => ({ accept: 'application/json', authorization: `Bearer ${token}` })

const QUERY = 'start=0&limit=1'

/** Whether Bitbucket accepts `WATCH_TOKEN`, and what its account may list. */
export const checkWatchToken = async (
  { upstream, fetchUpstream }: MirrorSource,
  token: string | null,
): Promise<readonly Finding[]> => {
  if (token === null) {
    return [note('WATCH_TOKEN is not set: there is no history and no alert, and pages ask by themselves.')]
  }
  const headers = headersOf(token)
  const { listMirrors, listRequests } = operations
  try {
    await readPage(
      fetchUpstream,
      listMirrors.result,
      new Request(`${upstream}${listMirrors.path}?${QUERY}`, { headers }),
    )
  } catch (error) {
    const problem = watchProblemOf(error)
    if (problem === 'signed-out') {
      return [
        wrong(
          'Bitbucket does not accept WATCH_TOKEN: it was removed, has expired, or is not complete. Make a new one.',
        ),
      ]
    }
    if (problem === 'not-permitted') {
      return [
        wrong(
          'The account of WATCH_TOKEN may not list mirrors. Give the account and the token the permission to read.',
        ),
      ]
    }
    return [
      wrong(
        'Mirrors could not be listed with WATCH_TOKEN. Check that Bitbucket is Data Center with mirroring, and its health.',
      ),
    ]
  }
  const listed = ok('Bitbucket accepts WATCH_TOKEN, and lists mirrors to it.')
  try {
    const request = new Request(`${upstream}${listRequests.path}?${QUERY}`, { headers })
    await readPage(fetchUpstream, listRequests.result, request)
    return [listed, ok('Bitbucket lists mirroring requests to WATCH_TOKEN, so pending ones are counted.')]
  } catch {
    return [
      listed,
      note(
        'Bitbucket does not list mirroring requests to WATCH_TOKEN, so pending ones are not counted. That needs a system administrator, and Bitbucket may refuse it to any token. Everything else of the watch works without.',
      ),
    ]
  }
}
