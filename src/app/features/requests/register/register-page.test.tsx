import { describe, expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'

type World = Awaited<ReturnType<typeof renderApp>>

const fields = {
  Name: 'Oslo',
  'Mirror id': 'OSLO-1',
  Address: 'https://oslo.acme.com',
  Version: '8.16.2',
}
const field = ({ screen }: World, name: string) => screen.getByRole('textbox', { name })
const fill = async (world: World, given: Partial<typeof fields> = {}) => {
  await world.screen.findByRole('textbox', { name: 'Name' })
  for (const [name, text] of Object.entries({ ...fields, ...given })) {
    await world.user.click(field(world, name))
    await world.user.paste(text)
  }
}
const send = ({ user, screen }: World) => user.click(screen.getByRole('button', { name: 'Register mirror' }))
const posts = ({ traffic }: World) => traffic.filter((line) => line.startsWith('POST /rest'))

describe('registering a mirror', () => {
  it('is reached from the list', async () => {
    const world = await renderApp('/requests')
    await world.user.click(await world.screen.findByRole('link', { name: 'Register a mirror' }))
    expect(await world.screen.findByRole('heading', { level: 1, name: 'Register a mirror' })).toBeTruthy()
  })

  it('sends one request and leads to it', async () => {
    const world = await renderApp('/requests/new')
    await fill(world)
    await world.user.click(world.screen.getByRole('radio', { name: 'Farm' }))
    await send(world)
    expect(await world.screen.findByRole('heading', { level: 1, name: 'Oslo' })).toBeTruthy()
    expect(await world.screen.findByText('The request of Oslo was registered')).toBeTruthy()
    expect(await world.screen.findByText('Farm')).toBeTruthy()
    expect(posts(world)).toEqual(['POST /rest/mirroring/latest/requests'])
  })

  it('says what is missing beside each field, sends nothing and leads to the first', async () => {
    const world = await renderApp('/requests/new')
    await world.screen.findByRole('textbox', { name: 'Name' })
    await send(world)
    expect(world.screen.getByText('Enter a name.')).toBeTruthy()
    expect(world.screen.getByText('Enter an address.')).toBeTruthy()
    expect(document.activeElement).toBe(field(world, 'Name'))
    await world.user.type(field(world, 'Name'), 'Oslo')
    expect(world.screen.queryByText('Enter a name.')).toBeNull()
    expect(posts(world)).toEqual([])
  })

  it('that Bitbucket refuses says so and loses nothing that was typed', async () => {
    const world = await renderApp('/requests/new')
    await fill(world)
    await send(world)
    await world.screen.findByRole('heading', { level: 1, name: 'Oslo' })
    await world.router.navigate('/requests/new')
    await fill(world, { Name: 'Oslo again' })
    await send(world)
    expect(await world.screen.findByText('Bitbucket did not take this request')).toBeTruthy()
    expect(world.screen.getByText(/is pending already\.$/, { selector: 'bdi' })).toBeTruthy()
    expect(field(world, 'Name')).toHaveProperty('value', 'Oslo again')
    expect(field(world, 'Address')).toHaveProperty('value', 'https://oslo.acme.com')
  })

  it('by a user who may see no requests is sent once, and says what cannot be seen', async () => {
    const world = await renderApp('/requests/new', { as: 'guest' })
    await fill(world)
    await send(world)
    expect(await world.screen.findByText('You are not permitted to see mirroring requests')).toBeTruthy()
    expect(await world.screen.findByText('The request of Oslo was registered')).toBeTruthy()
    expect(posts(world)).toHaveLength(1)
  })
})
