import { waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'
import { repositoryKeys } from '#app/domain/repository/repositories.ts'

// Code that comes when it is needed is fetched before: how long the compiler takes is not what is tested.
beforeAll(async () => {
  await import('./overview-page.tsx')
})

type World = Awaited<ReturnType<typeof renderApp>>

/** A card, once every answer is there. */
const card = async ({ screen }: World, name: string) => {
  await screen.findByRole('heading', { level: 1 })
  await waitFor(() => expect(screen.queryByText('Reading')).toBeNull())
  return within(await screen.findByRole('region', { name }))
}

afterEach(() => localStorage.clear())

/** Some mirrors take their time until they count as timed out. */
const LONG = { timeout: 15_000 }

describe('the overview', () => {
  it('begins with one sentence about the fleet and what waits, and how old that is', async () => {
    const { screen } = await renderApp('/', { seed: 'broken' })
    expect(
      await screen.findByText('13 of 29 mirrors need attention, 3 are not known; 6 requests wait.', {}, LONG),
    ).toBeTruthy()
    expect(screen.getByText(/^Oldest part read/)).toBeTruthy()
  })

  it('leaves requests out of the sentence for those who may not list them', async () => {
    const { screen } = await renderApp('/', { as: 'jcitizen' })
    expect(await screen.findByText('All 4 mirrors are healthy.')).toBeTruthy()
  })

  it('says plainly what an account can do that may see nothing', async () => {
    const { screen } = await renderApp('/', { as: 'guest' })
    expect(await screen.findByText('You are not permitted to see mirrors.')).toBeTruthy()
    const rest = within(await screen.findByRole('region', { name: 'What you can do' }))
    expect(await rest.findByText(/^This account can see no repository either/)).toBeTruthy()
    expect(rest.queryByRole('link', { name: 'Find a repository' })).toBeNull()
    expect(screen.queryByRole('region', { name: 'Incidents' })).toBeNull()
  })

  it('says in short who waits and which version is oldest, with links to them', async () => {
    const world = await renderApp('/', { seed: 'broken' })
    const short = within(await world.screen.findByRole('list', { name: 'In short' }, LONG))
    expect(await short.findByRole('link', { name: '6 wait for a decision' })).toBeTruthy()
    expect(short.getByRole('link', { name: 'Works' }).getAttribute('href')).toMatch(/^\/requests\/\d+$/)
    expect(short.getByRole('link', { name: '7.21.18' }).getAttribute('href')).toBe(
      '/mirrors?sort=version.asc',
    )
    expect(short.getByText('Lag is measured by the console’s watch, which is off.')).toBeTruthy()
  })

  it('draws each mirror as a mark with its words, the worst first, one stop of the Tab key for all', async () => {
    const { screen, user } = await renderApp('/')
    const picture = within(await screen.findByRole('list', { name: /^Mirrors, the worst first/ }))
    const marks = picture.getAllByRole('link')
    expect(marks.map((mark) => mark.getAttribute('aria-label'))).toEqual([
      expect.stringMatching(/^Dublin: healthy, .*version 8\.16\.2$/),
      expect.stringMatching(/^Virginia: healthy/),
      expect.stringMatching(/^Mumbai: healthy/),
      expect.stringMatching(/^Build farm: healthy/),
    ])
    expect(marks.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1])
    marks[0]?.focus()
    await user.keyboard('{ArrowRight}{ArrowRight}')
    expect(document.activeElement).toBe(marks[2])
    await user.keyboard('{End}{ArrowRight}')
    expect(document.activeElement).toBe(marks[3])
    expect(marks.map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, -1, 0])
    // Its words stand below it until Escape.
    const words = marks[3]?.getAttribute('aria-label') ?? ''
    expect(picture.getByText(words)).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(picture.queryByText(words)).toBeNull()
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: 'Build farm' })).toBeTruthy()
  })

  it('groups what is wrong by cause, with what to do, from one question to the gateway', async () => {
    const world = await renderApp('/', { seed: 'broken' })
    const incidents = await card(world, 'Incidents')
    expect(await incidents.findByText('Not reachable')).toBeTruthy()
    expect(incidents.getByRole('link', { name: 'Dead' })).toBeTruthy()
    expect(await incidents.findByText('Check the load of the mirror and its log.')).toBeTruthy()
    expect(incidents.queryByText('No problem found')).toBeNull()
    expect(world.traffic.filter((line) => /\/-\/(?!session)/.test(line))).toEqual(['GET /-/fleet'])
  })

  it('counts the mirrors, repositories and projects of an incident with repositories, and since when', async () => {
    const world = await renderApp('/mirrors/error-available?tab=repositories', { seed: 'broken' })
    await world.screen.findByText(/^25 of 25 questions asked/, {}, { timeout: 15_000 })
    await world.user.click(world.screen.getByRole('link', { name: 'Overview' }))
    const incidents = await card(world, 'Incidents')
    expect(await incidents.findByText('Repositories fail to update')).toBeTruthy()
    await world.user.click(
      incidents.getByRole('button', { name: 'Show each mirror: Repositories fail to update' }),
    )
    expect(incidents.getByText(/^1 mirror, 25 repositories in \d+ projects$/)).toBeTruthy()
    expect(incidents.getByText(/^found .*, 25 of 25 repositories asked about$/)).toBeTruthy()
  })

  it('asks the mirrors of one incident again by its button, and no other', async () => {
    const world = await renderApp('/', { seed: 'broken' })
    const incidents = await card(world, 'Incidents')
    await incidents.findByText('Not reachable')
    const asked: string[] = []
    const send = vi.spyOn(globalThis, 'fetch')
    await world.user.click(incidents.getByRole('button', { name: 'Check again: Not reachable' }))
    for (const [input] of send.mock.calls) {
      const { pathname, search } = new URL(
        input instanceof Request ? input.url : String(input),
        document.baseURI,
      )
      asked.push(pathname + search)
    }
    send.mockRestore()
    expect(asked.filter((target) => target.startsWith('/-/'))).toEqual(['/-/fleet?mirror=dead&fresh=1'])
    expect(await incidents.findByRole('button', { name: 'Check again: Not reachable' })).toBeTruthy()
  })

  it('asks about the repositories of an incident again, unless they were asked a moment ago', async () => {
    const world = await renderApp('/mirrors/error-available?tab=repositories', { seed: 'broken' })
    await world.screen.findByText(/^25 of 25 questions asked/, {}, { timeout: 15_000 })
    await world.user.click(world.screen.getByRole('link', { name: 'Overview' }))
    const incidents = await card(world, 'Incidents')
    const button = await incidents.findByRole('button', { name: 'Ask again: Repositories fail to update' })
    await world.user.click(button)
    expect(await world.screen.findByText('These mirrors were asked a moment ago')).toBeTruthy()
    const aMinuteAgo = Date.now() - 60_000
    for (const query of world.queryClient
      .getQueryCache()
      .findAll({ queryKey: repositoryKeys.allAvailability() })) {
      query.setData(query.state.data, { updatedAt: aMinuteAgo, manual: true })
    }
    world.traffic.length = 0
    await world.user.click(button)
    expect(await world.screen.findByText('20 of 20 questions asked')).toBeTruthy()
    expect(world.traffic.filter((line) => line === 'POST /-/probe')).toHaveLength(20)
  })

  it('lists what changed since the last visit', async () => {
    localStorage.setItem(
      'mirror-console-last-visit admin http://bitbucket.test',
      JSON.stringify({
        at: Date.now() - 86_400_000,
        mirrors: [{ id: 'stale', name: 'Stale', verdict: 'healthy', version: '8.16.2' }],
        requests: null,
      }),
    )
    const changes = await card(await renderApp('/', { seed: 'broken' }), 'Since your last visit')
    expect(await changes.findByText('Stale: not seen recently, but answers')).toBeTruthy()
    expect(changes.getByText(/1 day ago/)).toBeTruthy()
  })

  it('says at the first visit that there is nothing to compare with', async () => {
    const changes = await card(await renderApp('/'), 'Since your last visit')
    expect(changes.getByText(/first visit in this browser/)).toBeTruthy()
  })

  it('leaves out who waits for an ordinary user, and shows everything else', async () => {
    const world = await renderApp('/', { as: 'jcitizen' })
    const short = within(await world.screen.findByRole('list', { name: 'In short' }))
    expect(short.queryByText('Who waits')).toBeNull()
    const health = await card(world, 'Fleet health')
    expect((await health.findByRole('link', { name: '4 healthy' })).getAttribute('href')).toBe(
      '/mirrors?health=healthy',
    )
  })

  it('is useful without any mirror', async () => {
    const fleet = await card(await renderApp('/', { seed: 'empty' }), 'Fleet health')
    expect(fleet.getByText('There is no mirror server yet.')).toBeTruthy()
  })
})
