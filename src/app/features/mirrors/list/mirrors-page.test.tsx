import { within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
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
    expect(screen.getAllByText('Healthy')).toHaveLength(4)
    expect(screen.getByText('4 healthy')).toBeTruthy()
    expect(screen.getByText('4 mirrors loaded.')).toBeTruthy()
  })

  it('marks the preferred one', async () => {
    const { screen } = await renderApp('/mirrors', { as: 'jcitizen' })
    expect(await screen.findByRole('rowheader', { name: /^Dublin.*Your preferred mirror$/ })).toBeTruthy()
  })

  it('tells every health and sorts the worst first', async () => {
    const world = await renderApp('/mirrors?sort=health.asc', { seed: 'broken' })
    const first = await world.screen.findByRole('rowheader', { name: 'Clock differs' })
    expect(first).toBe(world.screen.getAllByRole('rowheader')[0])
    expect(world.screen.getByText('1 clock differs')).toBeTruthy()
    expect(world.screen.getByText('2 stale')).toBeTruthy()
    expect(world.screen.getByText('1 never seen')).toBeTruthy()
    expect(world.screen.getByText('1 disabled')).toBeTruthy()
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
  it('gives the reason for its health', async () => {
    const { screen } = await renderApp('/mirrors/clock-differs', { seed: 'broken' })
    expect(await screen.findByRole('heading', { level: 1, name: 'Clock differs' })).toBeTruthy()
    expect(screen.getByText(/last seen in the future \(in [67] minutes\)/)).toBeTruthy()
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
