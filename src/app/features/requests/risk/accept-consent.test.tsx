import { within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'

type World = Awaited<ReturnType<typeof renderApp>>

const openDialog = async (world: World, name: string) => {
  await world.user.click(
    (await world.screen.findAllByRole('button', { name: `Accept ${name}` }))[0] ?? document.body,
  )
  return within(await world.screen.findByRole('dialog', { name: `Accept ${name}?` }))
}
const acceptButton = (dialog: ReturnType<typeof within>) =>
  dialog.getByRole('button', { name: 'Accept mirror' })
const posts = ({ traffic }: World) => traffic.filter((line) => line.startsWith('POST /rest'))

describe('accepting a mirror without warnings', () => {
  it('says what was checked and asks for one tick', async () => {
    const world = await renderApp('/requests')
    const dialog = await openDialog(world, 'Sydney')
    expect(await dialog.findByText(/^No warnings/)).toBeTruthy()
    expect(dialog.getByText('The host is new: no accepted mirror server is on it.')).toBeTruthy()
    expect(dialog.getByText('Not checked: the console asks only mirrors that were accepted.')).toBeTruthy()
    expect(dialog.queryByRole('textbox')).toBeNull()
    expect(dialog.getByRole('checkbox', { name: 'I expected this mirror' })).toBeTruthy()
  })

  it('reads what it judges by, and no more', async () => {
    const world = await renderApp('/requests')
    await world.screen.findByRole('button', { name: 'Accept Sydney' })
    world.traffic.length = 0
    const dialog = await openDialog(world, 'Sydney')
    await dialog.findByRole('checkbox')
    const asked = world.traffic.map((line) => line.split('?')[0])
    expect(new Set(asked)).toEqual(
      new Set(['GET /rest/api/latest/application-properties', 'GET /rest/mirroring/latest/mirrorServers']),
    )
    expect(asked).toHaveLength(2)
  })
})

describe('accepting a mirror with warnings', () => {
  it('asks for the true host to be typed, to the letter', async () => {
    const world = await renderApp('/requests', { seed: 'hostile' })
    const dialog = await openDialog(world, 'Address user-info')
    const field = await dialog.findByRole('textbox', { name: /^Type the host/ })
    expect(dialog.queryByRole('checkbox')).toBeNull()
    expect(acceptButton(dialog)).toHaveProperty('disabled', true)
    expect(dialog.getByText('Type the host above to accept.')).toBeTruthy()
    await world.user.type(field, 'bitbucket.example.com')
    expect(acceptButton(dialog)).toHaveProperty('disabled', true)
    await world.user.clear(field)
    await world.user.type(field, 'evil.example')
    expect(acceptButton(dialog)).toHaveProperty('disabled', false)
    expect(posts(world)).toEqual([])
  })

  it('is refused where there is no host that could be typed', async () => {
    const world = await renderApp('/requests', { seed: 'hostile' })
    const dialog = await openDialog(world, 'Address script')
    expect(await dialog.findByText(/^It cannot be accepted here/)).toBeTruthy()
    expect(acceptButton(dialog)).toHaveProperty('disabled', true)
    expect(dialog.queryByRole('textbox')).toBeNull()
  })

  it('names an impostor as such, on its page too', async () => {
    const world = await renderApp('/requests/400', { seed: 'hostile' })
    const card = within(await world.screen.findByRole('region', { name: 'Risk' }))
    expect(await card.findByText('A mirror server with this name exists already.')).toBeTruthy()
    expect(card.getByText(/^A mirror server with this id exists already/)).toBeTruthy()
    expect(card.getByText(/warnings/)).toBeTruthy()
  })
})

it('a request that was decided has no risk card', async () => {
  const world = await renderApp('/requests/1')
  await world.screen.findByRole('heading', { level: 1, name: 'Dublin' })
  expect(world.screen.queryByRole('region', { name: 'Risk' })).toBeNull()
})
