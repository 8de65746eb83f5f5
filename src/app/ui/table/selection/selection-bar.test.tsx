import { describe, expect, it } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

type World = Awaited<ReturnType<typeof renderApp>>

/** Pending are Sydney, São Paulo and Toronto, in this order. */
const opened = async (query = '') => {
  const world = await renderApp(`/requests${query}`)
  await world.screen.findByRole('rowheader', { name: 'Toronto' })
  return world
}

const boxOf = ({ screen }: World, name: string) => screen.getByRole('checkbox', { name: `Select ${name}` })

const tick = async (world: World, name: string, isRange = false) => {
  if (isRange) await world.user.keyboard('{Shift>}')
  await world.user.click(boxOf(world, name))
  if (isRange) await world.user.keyboard('{/Shift}')
}

const selectedIn = ({ screen }: World) =>
  screen
    .getAllByRole<HTMLInputElement>('checkbox', { name: /^Select (?!all)/ })
    .flatMap((box) => (box.checked ? [box.getAttribute('aria-label')?.replace('Select ', '')] : []))

const untilSelected = (world: World, ...names: readonly string[]) =>
  eventually(() => expect(selectedIn(world)).toEqual(names))

const focusOn = ({ screen }: World, name: string) => screen.getByRole('link', { name }).focus()

describe('the pointer', () => {
  it.each(['', '?sort=name.desc'])(
    'selects with Shift all rows between, as the table shows them: "%s"',
    async (query) => {
      const world = await opened(query)
      const names = world.screen.getAllByRole('rowheader').map(({ textContent }) => textContent)
      await tick(world, names[0] ?? '')
      await tick(world, names[2] ?? '', true)
      await untilSelected(world, ...names)
      await tick(world, names[1] ?? '', true)
      await untilSelected(world, ...names.slice(0, 2))
      expect(await world.screen.findByText('2 selected')).toBeTruthy()
    },
  )

  it('toggles one row with Shift where none was toggled before', async () => {
    const world = await opened()
    await tick(world, 'Toronto', true)
    await untilSelected(world, 'Toronto')
    expect(await world.screen.findByText('1 selected')).toBeTruthy()
  })
})

describe('keys', () => {
  it('toggle the row that has the focus, and extend the selection with the focus', async () => {
    const world = await opened()
    focusOn(world, 'Sydney')
    await world.user.keyboard('x')
    await untilSelected(world, 'Sydney')
    await world.user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    await untilSelected(world, 'Sydney', 'São Paulo', 'Toronto')
    expect(document.activeElement?.textContent).toBe('Toronto')
    await world.user.keyboard('{Shift>}{ArrowUp}{/Shift}')
    await untilSelected(world, 'Sydney', 'São Paulo')
    await world.user.keyboard('{ArrowDown}x')
    await untilSelected(world, 'Sydney', 'São Paulo', 'Toronto')
  })

  it('work on a box too, and keep to the boxes', async () => {
    const world = await opened()
    boxOf(world, 'Sydney').focus()
    await world.user.keyboard(' {Shift>}{ArrowDown}{/Shift}')
    await untilSelected(world, 'Sydney', 'São Paulo')
    expect(document.activeElement).toBe(boxOf(world, 'São Paulo'))
    await world.user.keyboard('j')
    await eventually(() => expect(document.activeElement).toBe(boxOf(world, 'Toronto')))
  })

  it('select what is shown, and clear it with a way back', async () => {
    const world = await opened('?search=to')
    focusOn(world, 'Toronto')
    await world.user.keyboard('{Control>}a{/Control}')
    await untilSelected(world, 'Toronto')
    expect(await world.screen.findByText('1 selected')).toBeTruthy()
    await world.user.keyboard('{Escape}')
    expect(await world.screen.findByText('Selection cleared.')).toBeTruthy()
    expect(selectedIn(world)).toEqual([])
    await world.user.click(world.screen.getByRole('button', { name: 'Undo' }))
    await untilSelected(world, 'Toronto')
    await world.user.keyboard('{Escape}')
    expect(await world.screen.findByText('Selection cleared.')).toBeTruthy()
    await world.user.click(world.screen.getByRole('button', { name: 'Dismiss' }))
    expect(world.screen.queryByText('Selection cleared.')).toBeNull()
    expect(document.activeElement?.tagName).toBe('H1')
  })

  it('belong to a dialog while one is open', async () => {
    const world = await opened()
    await tick(world, 'Sydney')
    await world.user.click(await world.screen.findByRole('button', { name: 'Reject selected' }))
    await world.screen.findByRole('dialog')
    await world.user.keyboard('{Escape}')
    await eventually(() => expect(world.screen.queryByRole('dialog')).toBeNull())
    expect(selectedIn(world)).toEqual(['Sydney'])
  })
})

describe('the bar', () => {
  it('offers what is shown beyond what is selected, in every width', async () => {
    const world = await opened()
    await tick(world, 'Sydney')
    await world.user.click(await world.screen.findByRole('button', { name: 'Select all shown' }))
    await untilSelected(world, 'Sydney', 'São Paulo', 'Toronto')
    expect(world.screen.queryByRole('button', { name: /^Select all/ })).toBeNull()
    // The button is gone, and the focus is not.
    expect(document.activeElement).toBe(world.screen.getByRole('region', { name: 'Selected requests' }))
  })

  it('gives a screen reader the number', async () => {
    const world = await opened()
    await tick(world, 'Sydney')
    await tick(world, 'Toronto', true)
    const spoken = await world.screen.findByText('3 requests selected.')
    expect(spoken.getAttribute('role')).toBe('status')
  })

  it('says once that a selected row is no longer in the list', async () => {
    const world = await opened()
    await tick(world, 'Sydney')
    await tick(world, 'Toronto')
    await world.screen.findByText('2 selected')
    await world.bitbucket.fetch(
      new Request('http://bitbucket.test/rest/mirroring/latest/requests/6', {
        method: 'DELETE',
        headers: { authorization: `Basic ${btoa('admin:admin')}`, 'x-atlassian-token': 'no-check' },
      }),
    )
    await world.user.click(world.screen.getByRole('button', { name: 'Refresh' }))
    expect(
      await world.screen.findByText('1 request is no longer in this list and left the selection.'),
    ).toBeTruthy()
    expect(world.screen.getByText('1 selected')).toBeTruthy()
    await tick(world, 'Toronto')
    expect(world.screen.queryByText(/no longer in this list/)).toBeNull()
  })
})
