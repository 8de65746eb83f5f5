import { waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'

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

describe('the overview', () => {
  it('tells what waits, and how the fleet is, with links to the very mirrors', async () => {
    const world = await renderApp('/', { seed: 'broken' })
    expect(await world.screen.findByRole('heading', { level: 1, name: 'Overview' })).toBeTruthy()
    const pending = await card(world, 'Pending requests')
    expect(await pending.findByRole('link', { name: '6 wait for a decision' })).toBeTruthy()
    expect(pending.getByRole('link', { name: 'Works' }).getAttribute('href')).toMatch(/^\/requests\/\d+$/)
    const fleet = await card(world, 'Fleet health')
    expect(fleet.getByRole('link', { name: '2 stale' }).getAttribute('href')).toBe('/mirrors?health=stale')
  })

  it('groups what is wrong by cause, and asks no mirror for it', async () => {
    const world = await renderApp('/', { seed: 'broken' })
    const incidents = await card(world, 'Incidents')
    expect(incidents.getByText('Not seen recently')).toBeTruthy()
    expect(incidents.getByRole('link', { name: 'Stale' })).toBeTruthy()
    expect(incidents.getByRole('link', { name: 'Dead' })).toBeTruthy()
    expect(world.traffic.filter((line) => line.includes('/-/probe'))).toEqual([])
  })

  it('counts the mirrors, repositories and projects of an incident, and since when', async () => {
    const world = await renderApp('/mirrors/refused?tab=repositories', { seed: 'broken' })
    await world.screen.findByText(/could not be asked 3 times in a row/)
    await world.user.click(world.screen.getByRole('link', { name: 'Overview' }))
    const incidents = await card(world, 'Incidents')
    expect(await incidents.findByText('Refuses signed links')).toBeTruthy()
    expect(incidents.getByText(/^1 mirror, (\d) repositories in \1 projects$/)).toBeTruthy()
    expect(incidents.getByText(/(\d) of \1 repositories asked about$/)).toBeTruthy()
    expect(incidents.getByText('Not seen recently').parentElement?.textContent).toContain('2 mirrors')
  })

  it('counts versions against Bitbucket’s', async () => {
    const versions = await card(await renderApp('/'), 'Versions and clocks')
    expect(versions.getByText('2 older than Bitbucket')).toBeTruthy()
    expect(versions.getByText('2 same as Bitbucket')).toBeTruthy()
  })

  it('tells what changed since the last visit', async () => {
    localStorage.setItem(
      'mirror-console-last-visit admin http://bitbucket.test',
      JSON.stringify({
        at: Date.now() - 86_400_000,
        mirrors: [{ id: 'stale', name: 'Stale', health: 'healthy', version: '8.16.2' }],
        requests: null,
      }),
    )
    const changes = await card(await renderApp('/', { seed: 'broken' }), 'Since your last visit')
    expect(changes.getByText('Stale: went stale')).toBeTruthy()
    expect(changes.getByText(/1 day ago/)).toBeTruthy()
  })

  it('says at the first visit that there is nothing to compare with', async () => {
    const changes = await card(await renderApp('/'), 'Since your last visit')
    expect(changes.getByText(/first visit in this browser/)).toBeTruthy()
  })

  it('tells an ordinary user what is not for them, and the rest all the same', async () => {
    const world = await renderApp('/', { as: 'jcitizen' })
    const pending = await card(world, 'Pending requests')
    expect(pending.getByText('You are not permitted to see mirroring requests.')).toBeTruthy()
    expect((await card(world, 'Fleet health')).getByText('4 healthy')).toBeTruthy()
  })

  it('is useful without any mirror', async () => {
    const fleet = await card(await renderApp('/', { seed: 'empty' }), 'Fleet health')
    expect(fleet.getByText('There is no mirror server yet.')).toBeTruthy()
  })
})
