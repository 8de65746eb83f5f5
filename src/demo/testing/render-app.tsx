import type { QueryClient } from '@tanstack/react-query'
import { render, type Screen, screen } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { setupServer } from 'msw/node'
import { type Location, UNSAFE_createMemoryHistory as createMemoryHistory } from 'react-router'
import { expect, onTestFinished } from 'vitest'
import { App } from '#app/start/app.tsx'
import { ignoreSecondPress } from '#app/browser/ignore-second-press.ts'
import { forgetPerson } from '#app/browser/personal-store.ts'
import { createQueryClient } from '#app/api/query-client.ts'
import { rememberAnswers } from '#app/domain/availability/remember-answers.ts'
import { createPageRouter, type PageRouter } from '#app/start/page-router.ts'
import { createRoutes } from '#app/start/routes.ts'
import type { Watched } from '#gateway/watch/watched.ts'
import type { SignInWay } from '#contract/sign-in-way.ts'
import type { ListBehaviour } from '#upstream/list-names.ts'
import type { SeedName } from '#upstream/seed-names.ts'
import { createFakeGateway, type FakeGateway } from './fake-gateway.ts'
import type { FaultSwitch } from './faults/fault-switch.ts'
import { patientUser } from './patient-user.ts'

/** The app on a test's stage, and everything around it. */
export type RenderedApp = FakeGateway & {
  readonly user: UserEvent
  readonly screen: Screen
  readonly router: Pick<PageRouter, 'navigate'> & {
    readonly state: { readonly location: Location }
    /** A step back in the history. */
    readonly back: () => void
  }
  readonly queryClient: QueryClient
}

/**
 * Renders the whole app at `path` over the real route table, against a small Bitbucket of its own. For tests of pages,
 * which live beside the page they test.
 *
 * @param as the account that is signed in beforehand; `null` for signed out.
 * @param watched what the gateway's watch has seen; `null` where nobody watches.
 * @param lists how Bitbucket gives its lists.
 * @param way how people sign in.
 * @param faults what the test breaks between browser, gateway, Bitbucket and mirrors; nothing where absent.
 * @param isSecondPartThere `false` for the first seconds after a load.
 * @returns the person (`user`), the router, the traffic so far, and Bitbucket itself for what others do to it.
 */
export const renderApp = async (
  path: string,
  {
    as = 'admin',
    seed = 'calm',
    watched = null,
    lists = 'plain',
    way = 'own',
    faults = null,
    isSecondPartThere = true,
  }: {
    as?: 'admin' | 'jcitizen' | 'guest' | null
    seed?: SeedName
    watched?: Watched | null
    lists?: ListBehaviour
    way?: SignInWay
    faults?: FaultSwitch | null
    isSecondPartThere?: boolean
  } = {},
): Promise<RenderedApp> => {
  const gateway = createFakeGateway(seed, watched, lists, way, faults)
  const server = setupServer(...gateway.handlers)
  server.listen({ onUnhandledFrame: 'error' })
  const queryClient = createQueryClient()
  const ends = isSecondPartThere ? [rememberAnswers(queryClient), ignoreSecondPress()] : []
  onTestFinished(() => {
    for (const end of ends) end()
    queryClient.clear()
    forgetPerson()
    server.close()
    expect(gateway.strays).toEqual([])
  })
  if (as !== null && way === 'bitbucket-session') await gateway.signInAtBitbucket(as)
  else if (as !== null) {
    await fetch(new URL('/-/session', document.baseURI), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-mirror-console': '1' },
      body: JSON.stringify({ username: as, password: as }),
    })
    gateway.traffic.length = 0
  }
  const history = createMemoryHistory({ initialEntries: [path] })
  const router = createPageRouter({ history, ...createRoutes(queryClient) })
  await router.ready
  render(<App queryClient={queryClient} router={router} nonce="" />)
  return {
    ...gateway,
    user: patientUser(),
    router: { navigate: router.navigate, state: history, back: () => history.go(-1) },
    queryClient,
    screen,
  }
}
