import type { QueryClient } from '@tanstack/react-query'
import { isEmpty } from '#app/api/presence.ts'
import { joinPages } from '#app/api/paged-list.ts'
import { problemOf } from '#app/api/problem.ts'
import { wait } from '#app/api/wait.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { visibleRepositoriesQuery } from '#app/domain/repository/repositories.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { paths } from '#app/paths.ts'

/** Longest wait for Bitbucket's word on what an account may see, in ms; then the overview says what is known. */
const PATIENCE_MS = 4000

/** Whether Bitbucket refuses a list to the account. Any other problem proves nothing. */
const isRefused = async (answer: Promise<unknown>): Promise<boolean> => {
  try {
    await answer
    return false
  } catch (error) {
    return problemOf(error).kind === 'not-permitted'
  }
}

/** Whether it is proven that the account can see no repository. */
const seesNoRepository = async (client: QueryClient): Promise<boolean> => {
  try {
    return isEmpty(joinPages(await client.ensureInfiniteQueryData(visibleRepositoriesQuery)))
  } catch (error) {
    return problemOf(error).kind === 'not-permitted'
  }
}

const pathFor = async (client: QueryClient): Promise<string> => {
  if (!(await isRefused(client.ensureInfiniteQueryData(requestsQuery('PENDING'))))) return paths.overview
  if (!(await isRefused(client.ensureQueryData(mirrorsQuery)))) return paths.repositories
  return (await seesNoRepository(client)) ? paths.overview : paths.repositories
}

/**
 * Where an account begins that asked for no page: those who decide about requests on the overview, those who clone at
 * the repositories, and those who may see nothing on the overview, which says what they can do. Bitbucket has no
 * operation for permissions, so its answers say it; the page that follows reads the same ones.
 */
export const landingPath = async (client: QueryClient): Promise<string> =>
  Promise.race([pathFor(client), wait(PATIENCE_MS).then(() => paths.overview)])
