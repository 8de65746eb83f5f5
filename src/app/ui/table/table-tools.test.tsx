import { within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { renderApp } from '#demo/testing/render-app.tsx'
import { savedFiles } from '#demo/testing/saved-files.ts'

type World = Awaited<ReturnType<typeof renderApp>>

const headings = ({ screen }: World) =>
  screen.getAllByRole('columnheader').flatMap(({ textContent }) => (textContent ? [textContent] : []))

const openMenu = async ({ user, screen }: World) => {
  await user.click(await screen.findByRole('button', { name: 'Columns' }))
  return within(await screen.findByRole('menu', { name: 'Columns' }))
}

afterEach(() => localStorage.clear())

describe('the columns of a table', () => {
  it('are chosen in a menu, by keyboard too, and remembered', async () => {
    const world = await renderApp('/requests')
    await world.screen.findByRole('rowheader', { name: 'Sydney' })
    const menu = await openMenu(world)
    expect(document.activeElement).toBe(menu.getByRole('menuitemcheckbox', { name: 'State' }))
    await world.user.keyboard('{ArrowDown}{Enter}')
    expect(menu.getByRole('menuitemcheckbox', { name: 'Type' }).getAttribute('aria-checked')).toBe('false')
    expect(headings(world)).not.toContain('Type')
    await world.user.click(menu.getByRole('menuitemcheckbox', { name: 'Mirror id' }))
    expect(headings(world)).toContain('Mirror id')
    await world.user.keyboard('{Escape}')
    expect(world.screen.queryByRole('menu')).toBeNull()
    expect(document.activeElement).toBe(world.screen.getByRole('button', { name: 'Columns' }))
    await world.router.navigate('/requests/6')
    await world.screen.findByRole('heading', { level: 1, name: 'Sydney' })
    await world.router.navigate('/requests')
    await world.screen.findByRole('columnheader', { name: 'Mirror id' })
    expect(headings(world)).not.toContain('Type')
  })

  it('go back to what the table has by itself, and survive a setting that is nonsense', async () => {
    localStorage.setItem('mirror-console-columns-requests', '["State"]{')
    const world = await renderApp('/requests')
    await world.screen.findByRole('rowheader', { name: 'Sydney' })
    const usual = headings(world)
    const menu = await openMenu(world)
    await world.user.click(menu.getByRole('menuitemcheckbox', { name: 'State' }))
    expect(headings(world)).not.toEqual(usual)
    await world.user.click(menu.getByRole('menuitem', { name: 'Reset columns' }))
    expect(headings(world)).toEqual(usual)
  })
})

describe('a table as a file', () => {
  it('has the rows that the filter shows, in their order', async () => {
    const world = await renderApp('/requests?search=o&sort=name.desc')
    await world.screen.findByRole('rowheader', { name: 'Toronto' })
    const files = savedFiles()
    await world.user.click(world.screen.getByRole('button', { name: 'Export CSV' }))
    await eventually(() => expect(files).toHaveLength(1))
    expect(files[0]?.name).toMatch(/^mirroring-requests-\d{4}-\d\d-\d\d\.csv$/)
    const lines = (await files[0]?.blob.text())?.split('\r\n') ?? []
    expect(lines[0]).toBe('Name,State,Type,Version,Address')
    expect(lines[1]).toBe('Toronto,Pending,Single,8.9.2,http://toronto.mirrors.test')
    expect(await world.screen.findByText(/^Exported \d requests\.$/)).toBeTruthy()
  })

  it('is data for a program too, which says of what it is a list', async () => {
    const world = await renderApp('/requests?search=o&sort=name.desc')
    await world.screen.findByRole('rowheader', { name: 'Toronto' })
    const files = savedFiles()
    await world.user.click(world.screen.getByRole('button', { name: 'Other formats' }))
    await world.user.click(await world.screen.findByRole('menuitem', { name: 'Export JSON' }))
    await eventually(() => expect(files).toHaveLength(1))
    expect(files[0]?.name).toMatch(/^mirroring-requests-\d{4}-\d\d-\d\d\.json$/)
    expect(JSON.parse((await files[0]?.blob.text()) ?? '')).toMatchObject({
      list: 'Mirroring requests',
      search: 'o',
      filter: { state: 'PENDING' },
      sort: { column: 'name', direction: 'desc' },
      complete: true,
      columns: { name: 'Name', state: 'State' },
      rows: [
        { name: 'Toronto', state: 'Pending', version: '8.9.2' },
        { name: 'São Paulo' },
        { name: 'Sydney' },
      ],
    })
  })

  it('is chosen by keyboard alone, and the focus comes back to the button', async () => {
    const world = await renderApp('/requests')
    await world.screen.findByRole('rowheader', { name: 'Sydney' })
    const button = world.screen.getByRole('button', { name: 'Other formats' })
    button.focus()
    await world.user.keyboard('{Enter}')
    const json = await world.screen.findByRole('menuitem', { name: 'Export JSON' })
    expect(document.activeElement).toBe(json)
    await world.user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(world.screen.getByRole('menuitem', { name: 'Print' }))
    await world.user.keyboard('{ArrowUp}')
    const files = savedFiles()
    await world.user.keyboard('{Enter}')
    await eventually(() => expect(files).toHaveLength(1))
    expect(world.screen.queryByRole('menu')).toBeNull()
    expect(document.activeElement).toBe(button)
  })
})
