import { within } from '@testing-library/react'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'

// Code that comes when it is needed is fetched before: how long the compiler takes is not what is tested.
beforeAll(async () => {
  await Promise.all([import('#app/features/mirrors/details/mirror-page.tsx'), import('./mirrors-page.tsx')])
})

type World = Awaited<ReturnType<typeof renderApp>>

const namesIn = ({ screen }: World) => screen.getAllByRole('rowheader').map(({ textContent }) => textContent)

describe('the list of mirror servers', () => {
  it('shows each with its health, and how many have which', async () => {
    const { screen } = await renderApp('/mirrors')
    expect(await screen.findByRole('rowheader', { name: 'Dublin' })).toBeTruthy()
    expect(screen.getByRole('table', { name: 'Mirror servers' })).toBeTruthy()
    expect(await screen.findByText('4 healthy')).toBeTruthy()
    expect(screen.getAllByText('Healthy')).toHaveLength(4)
    expect(screen.getByText('4 mirrors loaded.')).toBeTruthy()
  })

  it('marks the preferred one', async () => {
    const { screen } = await renderApp('/mirrors', { as: 'jcitizen' })
    expect(await screen.findByRole('rowheader', { name: /^Dublin.*Your preferred mirror$/ })).toBeTruthy()
  })

  it('says of each broken mirror how it is, the worst first, and calls none healthy that was not asked', async () => {
    const world = await renderApp('/mirrors', { seed: 'broken' })
    const { screen } = world
    // The slowest answers come last.
    expect(await screen.findByText('2 timed out')).toBeTruthy()
    expect(screen.getByText('1 not reachable')).toBeTruthy()
    const names = namesIn(world)
    expect(names.indexOf('Dead')).toBeLessThan(names.indexOf('Healthy'))
    const expected = {
      Dead: 'Not reachable',
      Hangs: 'Timed out',
      Refused: 'Refused',
      Html: 'Not a mirror’s answer',
      Huge: 'Not a mirror’s answer',
      Redirect: 'Not a mirror’s answer',
      'Fails 500': 'Failing (500)',
      Maintenance: 'In maintenance',
      'Rate limited': 'Rate limited',
      Stale: 'Not seen recently, but answers',
      'Clock differs': 'Clock differs',
      'Never seen': 'Never seen',
      Disabled: 'Disabled',
      'No status': 'Answers, state not known',
      'Other state': 'REBALANCING',
      Synchronizing: 'Synchronizing 242 of 1071',
      Healthy: 'Healthy',
    }
    const healthOf = (name: string) =>
      within(screen.getByRole('row', { name: new RegExp(`^${name}`) })).getAllByRole('cell')[0]?.textContent
    const found = Object.keys(expected).map((name) => [name, healthOf(name)])
    expect(Object.fromEntries(found)).toEqual(expected)
    expect(world.traffic.filter((line) => line.startsWith('GET /-/fleet'))).toEqual(['GET /-/fleet'])
  })

  it('takes an old replica that answers in turn for what it is, and for no outage', async () => {
    const world = await renderApp('/mirrors')
    const { screen, user, bitbucket } = world
    expect(await screen.findAllByText('Healthy')).toHaveLength(4)
    const { fetch } = bitbucket
    const replica = vi.spyOn(bitbucket, 'fetch').mockImplementation(async (request) => {
      const answer = await fetch(request)
      if (!request.url.includes('/mirrorServers?')) return answer
      const page: { values: { lastSeenDate: number }[] } = await answer.json()
      const values = page.values.map((row) => ({ ...row, lastSeenDate: row.lastSeenDate - 3_600_000 }))
      return Response.json({ ...page, values })
    })
    await user.click(screen.getByRole('button', { name: 'Refresh' }))
    await expect.poll(() => screen.queryAllByText('Record went back').length).toBe(4)
    replica.mockImplementation(fetch)
    await user.click(screen.getByRole('button', { name: 'Refresh' }))
    await expect.poll(() => world.queryClient.isFetching()).toBe(0)
    expect(screen.getAllByText('Record went back')).toHaveLength(4)
    expect(screen.queryByText(/Not seen recently/)).toBeNull()
  })

  it('searches name, id and address', async () => {
    const world = await renderApp('/mirrors?search=mumbai.mirrors')
    expect(await world.screen.findByText('1 of 4 loaded mirrors shown.')).toBeTruthy()
    expect(namesIn(world)).toEqual(['Mumbai'])
  })

  it('says what to do when there is none', async () => {
    const { screen } = await renderApp('/mirrors', { seed: 'empty' })
    expect(await screen.findByText('There is no mirror server yet.')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'See mirroring requests' })).toBeTruthy()
  })

  it('marks names that the eye takes for others, in the list and on the page', async () => {
    const { screen, user } = await renderApp('/mirrors', { seed: 'hostile' })
    const marked = { name: 'V\u0456rgini\u0430 Mixed alphabets' }
    const twin = await screen.findByRole('rowheader', marked, { timeout: 4000 })
    expect(screen.getByRole('rowheader', { name: 'Virginia Looks like another name' })).toBeTruthy()
    await user.click(within(twin).getByRole('link'))
    await screen.findByRole('heading', { level: 1, name: 'V\u0456rgini\u0430' })
    expect(await screen.findByText('Mixed alphabets', {}, { timeout: 4000 })).toBeTruthy()
  })

  it('shows unreadable entries as such, and unusable ids without a link', async () => {
    const { screen } = await renderApp('/mirrors', { seed: 'hostile' })
    expect(await screen.findByRole('list', { name: 'Unreadable entries' })).toBeTruthy()
    for (const link of screen.getAllByRole('link')) {
      expect(link.getAttribute('href')).toMatch(/^(?:\/|#|https?:\/\/)/)
    }
  })
})

describe('the page of one mirror', () => {
  it('gives the reason for its verdict', async () => {
    const { screen } = await renderApp('/mirrors/clock-differs', { seed: 'broken' })
    expect(await screen.findByRole('heading', { level: 1, name: 'Clock differs' })).toBeTruthy()
    expect(await screen.findByText('Its clock is 7 minutes ahead of Bitbucket’s.')).toBeTruthy()
    expect(screen.getByText(/UTC/)).toBeTruthy()
  })

  it('says whether it is the preferred one', async () => {
    const { screen } = await renderApp('/mirrors/stale', { seed: 'broken', as: 'jcitizen' })
    await screen.findByRole('heading', { level: 1, name: 'Stale' })
    await expect.poll(() => screen.queryAllByText('Your preferred mirror')).toHaveLength(2)
  })

  it.each(['/mirrors/nobody', '/mirrors/..%2Fx'])('says that %s is no mirror', async (path) => {
    const { screen } = await renderApp(path)
    expect(await screen.findByText('There is no mirror with this id')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'See all mirror servers' })).toBeTruthy()
  })

  it('offers to try again when Bitbucket fails', async () => {
    const { screen } = await renderApp('/mirrors/answers-500')
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1, name: 'Mirror server' })).toBeTruthy()
  })
})
