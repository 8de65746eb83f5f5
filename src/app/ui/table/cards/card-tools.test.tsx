import { describe, expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'
import { stubWindowWidth } from '#demo/testing/stub-window-width.ts'

type World = Awaited<ReturnType<typeof renderApp>>

const namesIn = ({ screen }: World) => screen.getAllByRole('rowheader').map(({ textContent }) => textContent)

const optionsOf = (select: HTMLElement) =>
  [...select.querySelectorAll('option')].map(({ textContent }) => textContent)

describe('cards', () => {
  it('are sorted by a control, which the address keeps', async () => {
    stubWindowWidth(390)
    const world = await renderApp('/requests?search=mirrors')
    const { screen, user, router } = world
    const sortBy = await screen.findByRole('combobox', { name: 'Sort by' })
    const direction = screen.getByRole('combobox', { name: 'Direction' })
    expect(optionsOf(sortBy).slice(0, 3)).toEqual(['As listed', 'Name', 'State'])
    expect(direction.hasAttribute('disabled')).toBe(true)
    await user.selectOptions(sortBy, 'Address')
    expect(namesIn(world)).toEqual(['São Paulo', 'Sydney', 'Toronto'])
    await user.selectOptions(direction, 'Descending')
    expect(namesIn(world)).toEqual(['Toronto', 'Sydney', 'São Paulo'])
    expect(router.state.location.search).toBe('?search=mirrors&sort=address.desc')
    await user.selectOptions(sortBy, 'As listed')
    expect(router.state.location.search).toBe('?search=mirrors')
  })

  it('are all selected by a box with its words beside it', async () => {
    stubWindowWidth(768)
    const { screen, user } = await renderApp('/requests')
    await user.click(await screen.findByText('Select all shown'))
    expect(await screen.findByText('3 selected')).toBeTruthy()
  })

  it('need no such control where the head of the table is seen', async () => {
    stubWindowWidth(900)
    const { screen } = await renderApp('/requests')
    await screen.findByRole('rowheader', { name: 'Sydney' })
    expect(screen.queryByRole('combobox', { name: 'Sort by' })).toBeNull()
  })
})
