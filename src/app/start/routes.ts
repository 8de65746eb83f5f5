import type { QueryClient } from '@tanstack/react-query'
import type { PageAddress, PageNeeds } from '#app/api/page-needs.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { lastUser } from '#app/domain/session/last-user.ts'
import { paths } from '#app/paths.ts'
import { fetchCode, fetchPart } from '#app/ui/late/fetch-code.ts'
import type { PageRoute } from './page-router.ts'
import { pages } from './pages.ts'

/**
 * The whole product: URL → what to load → lazy page. Opening starts what a page needs and waits for nothing: code and
 * data come in parallel, and the page shows its own skeleton meanwhile.
 */
export const createRoutes = (
  client: QueryClient,
): { routes: readonly PageRoute[]; enter: (here: string) => Promise<string | null> } => {
  /** Whether the user has to sign in before anything is requested, as far as is known. */
  const isStranger = () =>
    client.getQueryData(sessionQuery.queryKey)?.user === null && lastUser.get() === null
  /** A query that fails is reported by the page that reads it. */
  const start = (needs: PageNeeds) => (address: PageAddress) => {
    for (const query of needs(client, address)) query.catch(() => undefined)
  }
  return {
    routes: [
      {
        path: paths.signIn,
        isFramed: false,
        start: start(() => [client.ensureQueryData(sessionQuery)]),
        load: () =>
          fetchPart(async () => (await import('#app/features/session/sign-in-page.tsx')).SignInPage),
      },
      ...pages.map(({ path, load, needs, isLanding = false }) => ({
        path,
        isFramed: true,
        start: (address: PageAddress) => {
          if (!isStranger()) start(needs)(address)
        },
        load: () => (isLanding ? fetchCode(load) : fetchPart(load)),
      })),
      {
        path: '*',
        isFramed: true,
        start: () => undefined,
        load: () => fetchPart(async () => (await import('#app/shell/not-found.tsx')).NotFound),
      },
    ],
    // Asked once: only a full load can change who is signed in without the frame knowing.
    enter: async (here) => {
      const session = await client.ensureQueryData(sessionQuery)
      if (isStranger()) return `${paths.signIn}?returnTo=${encodeURIComponent(here)}`
      if (session.user !== null) lastUser.set(session.user)
      return null
    },
  }
}
