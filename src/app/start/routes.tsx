import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import {
  type LoaderFunctionArgs,
  redirect,
  type RouteObject,
  type ShouldRevalidateFunction,
} from 'react-router'
import type { PageAddress, PageNeeds } from '#app/api/page-needs.ts'
import { basePath } from '#app/browser/base-path.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { lastUser } from '#app/domain/session/last-user.ts'
import { paths } from '#app/paths.ts'
import { Frame } from '#app/shell/frame.tsx'
import { RouteError } from '#app/shell/route-error.tsx'
import { fetchCode } from '#app/ui/late/fetch-code.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { pages } from './pages.ts'

const SignInAgain = lazyPart(
  async () => (await import('#app/features/session/sign-in-again.tsx')).SignInAgain,
)
const FollowedMirrors = lazyPart(
  async () => (await import('#app/features/requests/follow/followed-mirrors-notice.tsx')).FollowedMirrors,
  'in-place',
)

const addressOf = ({ params, request }: LoaderFunctionArgs): PageAddress => ({
  id: params['id'] ?? '',
  search: new URL(request.url).searchParams,
})

/** The code of a page, fetched when it is opened or about to be. */
const page = (load: () => Promise<ComponentType>) => ({ Component: () => fetchCode(load) })

/**
 * A filter, a sort or a choice in the URL needs nothing before it is shown: it shows in the very frame of the click,
 * and what the page then reads, its own queries ask. Loaders run for another page alone.
 */
const isOtherPage: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) =>
  currentUrl.pathname !== nextUrl.pathname

/**
 * The whole product: URL → what to load → lazy page. Loaders start what a page needs and wait for nothing: code and
 * data come in parallel, and the page shows its own skeleton meanwhile.
 */
export const createRoutes = (client: QueryClient): RouteObject[] => {
  /** Whether the user has to sign in before anything is requested, as far as is known. */
  const isStranger = () =>
    client.getQueryData(sessionQuery.queryKey)?.user === null && lastUser.get() === null
  /** Starts what a page needs and waits for none of it; a query that fails is reported by the page that reads it. */
  const start = (needs: PageNeeds) => (args: LoaderFunctionArgs) => {
    if (!isStranger()) for (const query of needs(client, addressOf(args))) query.catch(() => undefined)
    return null
  }
  return [
    {
      path: paths.signIn,
      loader: start(() => [client.ensureQueryData(sessionQuery)]),
      lazy: page(async () => (await import('#app/features/session/sign-in-page.tsx')).SignInPage),
    },
    {
      path: '/',
      element: <Frame SignInAgain={SignInAgain} FollowedMirrors={FollowedMirrors} />,
      loader: async ({ request }) => {
        const session = await client.ensureQueryData(sessionQuery)
        const { pathname, search } = new URL(request.url)
        const here = pathname.slice(basePath().length) + search
        if (isStranger()) {
          return redirect(`${paths.signIn}?returnTo=${encodeURIComponent(here)}`)
        }
        if (session.user !== null) lastUser.set(session.user)
        return null
      },
      // Only a full load can change who is signed in without the frame knowing.
      shouldRevalidate: () => false,
      ErrorBoundary: RouteError,
      children: [
        {
          ErrorBoundary: RouteError,
          children: [
            ...pages.map(({ path, load, needs }) => ({
              path,
              loader: start(needs),
              shouldRevalidate: isOtherPage,
              lazy: page(load),
            })),
            {
              path: '*',
              lazy: page(async () => (await import('#app/shell/not-found.tsx')).NotFound),
            },
          ],
        },
      ],
    },
  ]
}
