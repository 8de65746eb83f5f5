import { describe, expect, it } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

type World = Awaited<ReturnType<typeof renderApp>>

const namesIn = ({ screen }: World) => screen.getAllByRole('rowheader').map(({ textContent }) => textContent)

describe('the list of mirroring requests', () => {
  it('shows what is pending, and how many', async () => {
    const world = await renderApp('/requests')
    await world.screen.findByRole('rowheader', { name: 'Sydney' })
    expect(world.screen.getByRole('table', { name: 'Mirroring requests' })).toBeTruthy()
    expect(namesIn(world)).toEqual(['Sydney', 'São Paulo', 'Toronto'])
    expect(world.screen.getByRole('link', { name: 'Pending 3', current: 'page' })).toBeTruthy()
    expect(world.screen.getAllByRole('button', { name: /^(?:Accept|Reject) / })).toHaveLength(6)
    expect(world.traffic.filter((line) => line.includes('/requests'))).toHaveLength(1)
  })

  it('has an address for each state, where nothing can be decided about what was', async () => {
    const world = await renderApp('/requests')
    await world.user.click(await world.screen.findByRole('link', { name: 'Accepted' }))
    await world.screen.findByRole('rowheader', { name: 'Dublin' })
    expect(world.router.state.location.search).toBe('?state=accepted')
    expect(world.screen.queryByRole('button', { name: /^Accept / })).toBeNull()
  })

  it('shows all of them with their states, and offers decisions on the pending ones only', async () => {
    const world = await renderApp('/requests?state=all&sort=state.desc')
    await world.screen.findByRole('rowheader', { name: 'Lab' })
    expect(namesIn(world).slice(0, 2).toSorted()).toEqual(['Lab', 'Test box'])
    expect(world.screen.getAllByRole('button', { name: /^Accept / })).toHaveLength(3)
  })

  it('searches name, id and address, and sorts as versions count', async () => {
    const world = await renderApp('/requests?sort=version.asc')
    await world.screen.findByRole('rowheader', { name: 'Toronto' })
    expect(namesIn(world)[0]).toBe('Toronto')
    await world.user.type(world.screen.getByRole('searchbox', { name: 'Search' }), 'SYDNEY.mirrors')
    expect(await world.screen.findByText('1 of 3 loaded requests shown.')).toBeTruthy()
    expect(namesIn(world)).toEqual(['Sydney'])
  })

  it('offers to clear a search that finds nothing', async () => {
    const world = await renderApp('/requests?search=nowhere')
    await world.user.click(
      (await world.screen.findAllByRole('button', { name: 'Clear search' })).at(-1) ?? document.body,
    )
    expect(await world.screen.findByRole('rowheader', { name: 'Sydney' })).toBeTruthy()
  })

  it('says what to do when nothing waits', async () => {
    const { screen } = await renderApp('/requests', { seed: 'empty' })
    expect(await screen.findByText('No mirror is waiting for a decision.')).toBeTruthy()
    expect(screen.getByText(/set up with the address of this Bitbucket/)).toBeTruthy()
  })

  it('says that a permission is missing', async () => {
    const { screen } = await renderApp('/requests', { as: 'jcitizen' })
    expect(await screen.findByText('You are not permitted to see mirroring requests')).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1, name: 'Mirroring requests' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  })

  it('marks a name that the eye takes for another', async () => {
    const { screen } = await renderApp('/requests', { seed: 'hostile' })
    const marked = { name: 'V\u0456rgini\u0430 Mixed alphabets' }
    expect(await screen.findByRole('rowheader', marked, { timeout: 4000 })).toBeTruthy()
  })

  it('keeps its shape when names and addresses deceive', async () => {
    const { screen } = await renderApp('/requests', { seed: 'hostile' })
    await screen.findByRole('list', { name: 'Unreadable entries' })
    for (const link of screen.getAllByRole('link')) {
      expect(link.getAttribute('href')).toMatch(/^(?:\/|#|https?:\/\/)/)
    }
  })
})

describe('the page of one request', () => {
  it('shows all that it says', async () => {
    const { screen } = await renderApp('/requests/6')
    expect(await screen.findByRole('heading', { level: 1, name: 'Sydney' })).toBeTruthy()
    expect(screen.getByText('Farm')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Accept Sydney' })).toBeTruthy()
  })

  it('leads to the mirror when it was accepted', async () => {
    const { user, screen } = await renderApp('/requests/1')
    await user.click(await screen.findByRole('link', { name: 'Open the mirror server' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Dublin' })).toBeTruthy()
    await eventually(() => expect(document.title).toBe('Dublin · Mirror Console'))
  })

  it.each(['/requests/4711', '/requests/..%2F..', '/requests/no such'])(
    'says that %s is no request',
    async (path) => {
      const { screen, traffic } = await renderApp(path)
      expect(await screen.findByText('There is no request with this id')).toBeTruthy()
      expect(screen.getByRole('link', { name: 'See all mirroring requests' })).toBeTruthy()
      expect(traffic.every((line) => !line.includes('..'))).toBe(true)
    },
  )
})
