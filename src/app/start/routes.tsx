import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { type LoaderFunctionArgs, redirect, type RouteObject } from 'react-router'
import { basePath } from '#app/browser/base-path.ts'
import { mirrorQuery, mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { preferredMirrorQuery } from '#app/domain/preference/preferred-mirror.ts'
import { projectQuery, projectRepositoriesQuery } from '#app/domain/repository/projects.ts'
import {
  repositoriesQuery,
  repositoryMirrorsQuery,
  repositoryQuery,
} from '#app/domain/repository/repositories.ts'
import { requestQuery, requestsQuery } from '#app/domain/request/requests.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { analyticsQuery, clockOffsetQuery, upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'
import { lastUser } from '#app/domain/session/last-user.ts'
import { stateOf } from '#app/features/requests/list/request-state.ts'
import { paths } from '#app/paths.ts'
import { Frame } from '#app/shell/frame.tsx'
import { RouteError } from '#app/shell/route-error.tsx'
import { fetchCode } from '#app/ui/late/fetch-code.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'

const SignInAgain = lazyPart(
  async () => (await import('#app/features/session/sign-in-again.tsx')).SignInAgain,
)
const FollowedMirrors = lazyPart(
  async () => (await import('#app/features/requests/follow/followed-mirrors-notice.tsx')).FollowedMirrors,
  'in-place',
)

const parameter = ({ params }: LoaderFunctionArgs): string => params['id'] ?? ''
const searchOf = ({ request }: LoaderFunctionArgs): URLSearchParams => new URL(request.url).searchParams

/** The code of a page, fetched when it is opened or about to be. */
const page = (load: () => Promise<ComponentType>) => ({ Component: () => fetchCode(load) })

/**
 * The whole product: URL → what to load → lazy page. Loaders start what a page needs and wait for nothing: code and
 * data come in parallel, and the page shows its own skeleton meanwhile.
 */
export const createRoutes = (client: QueryClient): RouteObject[] => {
  /** Somebody who has to sign in before anything is asked for them, as far as is known. */
  const isStranger = () =>
    client.getQueryData(sessionQuery.queryKey)?.user === null && lastUser.get() === null
  /** Starts queries and waits for none; one that fails is told by the page that reads it. */
  const load =
    (queriesOf: (args: LoaderFunctionArgs) => readonly Promise<unknown>[]) => (args: LoaderFunctionArgs) => {
      if (!isStranger()) for (const query of queriesOf(args)) query.catch(() => undefined)
      return null
    }
  return [
    {
      path: paths.signIn,
      loader: load(() => [client.ensureQueryData(sessionQuery)]),
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
            {
              index: true,
              loader: load(() => [
                client.ensureQueryData(mirrorsQuery),
                client.ensureInfiniteQueryData(requestsQuery('PENDING')),
                client.ensureQueryData(clockOffsetQuery),
                client.ensureQueryData(upstreamVersionQuery),
              ]),
              lazy: page(async () => (await import('#app/features/overview/overview-page.tsx')).OverviewPage),
            },
            {
              path: 'requests',
              loader: load((args) => [
                client.ensureInfiniteQueryData(requestsQuery(stateOf(searchOf(args)))),
              ]),
              lazy: page(
                async () => (await import('#app/features/requests/list/requests-page.tsx')).RequestsPage,
              ),
            },
            {
              path: 'requests/new',
              lazy: page(
                async () => (await import('#app/features/requests/register/register-page.tsx')).RegisterPage,
              ),
            },
            {
              path: 'requests/:id',
              loader: load((args) => [client.ensureQueryData(requestQuery(parameter(args)))]),
              lazy: page(
                async () => (await import('#app/features/requests/details/request-page.tsx')).RequestPage,
              ),
            },
            {
              path: 'mirrors',
              loader: load(() => [
                client.ensureQueryData(mirrorsQuery),
                client.ensureQueryData(clockOffsetQuery),
                client.ensureQueryData(preferredMirrorQuery),
                client.ensureQueryData(upstreamVersionQuery),
              ]),
              lazy: page(
                async () => (await import('#app/features/mirrors/list/mirrors-page.tsx')).MirrorsPage,
              ),
            },
            {
              path: 'mirrors/:id',
              loader: load((args) => [
                client.ensureQueryData(mirrorQuery(parameter(args))),
                client.ensureQueryData(mirrorsQuery),
                client.ensureQueryData(clockOffsetQuery),
                client.ensureQueryData(preferredMirrorQuery),
                client.ensureQueryData(upstreamVersionQuery),
              ]),
              lazy: page(
                async () => (await import('#app/features/mirrors/details/mirror-page.tsx')).MirrorPage,
              ),
            },
            {
              path: 'repositories',
              loader: load((args) => [
                client.ensureInfiniteQueryData(
                  repositoriesQuery(
                    client,
                    searchOf(args).get('search') ?? '',
                    searchOf(args).get('project') ?? '',
                  ),
                ),
              ]),
              lazy: page(
                async () =>
                  (await import('#app/features/repositories/list/repositories-page.tsx')).RepositoriesPage,
              ),
            },
            {
              path: 'repositories/:id',
              loader: load((args) => [
                client.ensureQueryData(repositoryQuery(parameter(args))),
                client.ensureQueryData(repositoryMirrorsQuery(parameter(args))),
                client.ensureQueryData(preferredMirrorQuery),
                client.ensureQueryData(clockOffsetQuery),
              ]),
              lazy: page(
                async () =>
                  (await import('#app/features/repositories/details/repository-page.tsx')).RepositoryPage,
              ),
            },
            {
              path: 'projects/:id',
              loader: load((args) => [
                client.ensureQueryData(projectQuery(parameter(args))),
                client.ensureInfiniteQueryData(projectRepositoriesQuery(parameter(args))),
              ]),
              lazy: page(
                async () => (await import('#app/features/repositories/project/project-page.tsx')).ProjectPage,
              ),
            },
            {
              path: 'preferred-mirror',
              loader: load(() => [
                client.ensureQueryData(preferredMirrorQuery),
                client.ensureQueryData(mirrorsQuery),
                client.ensureQueryData(clockOffsetQuery),
              ]),
              lazy: page(
                async () =>
                  (await import('#app/features/preferred-mirror/preferred-mirror-page.tsx'))
                    .PreferredMirrorPage,
              ),
            },
            {
              path: 'coverage',
              loader: load(() => [
                client.ensureQueryData(mirrorsQuery),
                client.ensureInfiniteQueryData(repositoriesQuery(client, '', '')),
              ]),
              lazy: page(async () => (await import('#app/features/coverage/coverage-page.tsx')).CoveragePage),
            },
            {
              path: 'diagnostics',
              loader: load(() => [client.ensureQueryData(upstreamVersionQuery)]),
              lazy: page(
                async () => (await import('#app/features/diagnostics/diagnostics-page.tsx')).DiagnosticsPage,
              ),
            },
            {
              path: 'upstream',
              loader: load(() => [
                client.ensureQueryData(analyticsQuery),
                client.ensureQueryData(upstreamVersionQuery),
              ]),
              lazy: page(
                async () => (await import('#app/features/upstream-info/upstream-page.tsx')).UpstreamPage,
              ),
            },
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
