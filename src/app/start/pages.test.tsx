import { act, render } from '@testing-library/react'
import { UNSAFE_createMemoryHistory as createMemoryHistory } from 'react-router'
import { describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '#app/api/query-client.ts'
import { sessionKey } from '#app/api/session-key.ts'
import { renderApp } from '#demo/testing/render-app.tsx'
import { App } from './app.tsx'
import { pages } from './pages.ts'
import { createPageRouter } from './page-router.ts'
import { createRoutes } from './routes.ts'

const signedIn = { user: 'admin', upstream: 'http://bitbucket.test', embedded: null }

/** Everything that is asked while no question is answered. */
const askedUnanswered = async (run: () => Promise<void>): Promise<readonly string[]> => {
  const asked: string[] = []
  const held = vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input)
    asked.push(pathname + search)
    return new Promise(() => undefined)
  })
  await run()
  held.mockRestore()
  return asked.toSorted()
}

/** Questions that make sense only after an answer, by page. */
const LEADS_TO: Readonly<Record<string, readonly string[]>> = {
  // The commands for git need a mirror; without one, no repository is offered.
  '/preferred-mirror': ['/rest/api/latest/repos?start=0&limit=60&archived=ALL'],
  // How the mirrors are themselves is asked once they were asked about the repository.
  '/repositories/:id': ['/rest/mirroring/latest/mirrorServers?start=0&limit=1000'],
}

/** Pages that say how mirrors are. That is asked beside: a fleet that hangs must not delay what Bitbucket answers. */
const ASKS_MIRRORS = new Set(['/', '/coverage', '/mirrors', '/mirrors/:id', '/preferred-mirror'])

/** An id that exists at the small Bitbucket: a pending request, a repository, a project. */
const IDS: Readonly<Record<string, string>> = { '/requests/:id': '6', '/repositories/:id': '11' }
const idOf = (path: string) => IDS[path] ?? '1'
const addressOf = (path: string) => ({ id: idOf(path), search: new URLSearchParams() })

describe.each(pages)('the page at $path', ({ path, load, needs }) => {
  const address = path.replace(':id', idOf(path))

  it('asks for what it needs, and for nothing else, before anything is answered', async () => {
    const expected = await askedUnanswered(async () => {
      for (const need of needs(createQueryClient(), addressOf(path))) void need
    })
    await load()
    const asked = await askedUnanswered(async () => {
      const client = createQueryClient()
      client.setQueryData(sessionKey, signedIn)
      const history = createMemoryHistory({ initialEntries: [address] })
      const router = createPageRouter({ history, ...createRoutes(client) })
      await router.ready
      render(<App queryClient={client} router={router} nonce="" />)
      await act(() => vi.dynamicImportSettled())
    })
    expect(asked).toEqual([...expected, ...(ASKS_MIRRORS.has(path) ? ['/-/fleet'] : [])].toSorted())
  })

  it('asks for each thing once, and after the answers only for what they lead to', async () => {
    const own = await askedUnanswered(async () => {
      for (const need of needs(createQueryClient(), addressOf(path))) void need
    })
    const { queryClient, traffic } = await renderApp(address)
    const expected = [...own, ...(LEADS_TO[path] ?? [])].map((target) => `GET ${target}`).toSorted()
    const asked = () => traffic.filter((line) => line.startsWith('GET /rest/')).toSorted()
    await expect.poll(asked).toEqual(expected)
    // Answers bring code, and code asks again: twice is one more than any page does.
    for (const _ of ['answers', 'what they lead to']) {
      await act(() => vi.dynamicImportSettled())
      await expect.poll(() => queryClient.isFetching()).toBe(0)
    }
    expect(asked()).toEqual(expected)
  })
})
