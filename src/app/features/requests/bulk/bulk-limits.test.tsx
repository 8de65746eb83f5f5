import { fireEvent, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

type World = Awaited<ReturnType<typeof renderApp>>

const writes = ({ traffic }: World) =>
  traffic.filter((line) => line.startsWith('POST /rest') || line.startsWith('DELETE /rest'))

/** 10,000 pending requests, of which a search, a sort and "Read all" read all. */
const crowd = async (query: string) => {
  // Rows have a height, or all of them would be in view.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40)
  const world = await renderApp(`/requests${query}`, { seed: 'crowded' })
  await world.screen.findAllByRole('rowheader')
  return world
}

const LONG = { timeout: 20_000 }

/** A page with the first hundred of all selected. */
const hundredSelected = async () => {
  const world = await crowd('?sort=name.asc')
  await world.screen.findByText('10,000 requests loaded.', {}, LONG)
  await world.user.click(world.screen.getByRole('checkbox', { name: 'Select all shown (the first 100)' }))
  await world.screen.findByText('100 selected')
  return world
}

const open = async ({ screen, user }: World, action: string) => {
  await user.click(await screen.findByRole('button', { name: action }))
  return within(await screen.findByRole('dialog'))
}

describe('many requests at once', { timeout: 60_000 }, () => {
  it('are accepted only after their number was typed, beside the tick', async () => {
    const world = await hundredSelected()
    const dialog = await open(world, 'Accept selected')
    const tick = await dialog.findByRole('checkbox', { name: 'I expected these mirrors' })
    const send = dialog.getByRole<HTMLButtonElement>('button', { name: 'Accept 100 mirrors' })
    const field = dialog.getByRole('textbox', { name: 'Type the number of mirrors to accept' })
    expect(dialog.getByText('100 mirrors will be accepted.')).toBeTruthy()
    await world.user.click(tick)
    expect(dialog.getByText('Type the number above to accept.')).toBeTruthy()
    expect(send.disabled).toBe(true)
    await world.user.type(field, '99{Enter}')
    expect(send.disabled).toBe(true)
    await world.user.clear(field)
    await world.user.type(field, '100')
    expect(send.disabled).toBe(false)
    await world.user.click(tick)
    expect(send.disabled).toBe(true)
    expect(writes(world)).toEqual([])
  })

  it('are deleted only after their number was typed, and Enter in the field decides', async () => {
    const world = await hundredSelected()
    const dialog = await open(world, 'Delete selected')
    const field = dialog.getByRole('textbox', { name: 'Type the number of requests to delete' })
    await eventually(() => expect(document.activeElement).toBe(field))
    await world.user.keyboard('10{Enter}')
    expect(writes(world)).toEqual([])
    await world.user.keyboard('0{Enter}')
    expect(await dialog.findByText('100 requests were deleted.', {}, { timeout: 30_000 })).toBeTruthy()
    expect(writes(world)).toHaveLength(100)
  })

  it('are rejected by Enter alone, as long as a person can look over them', async () => {
    const world = await hundredSelected()
    const dialog = await open(world, 'Reject selected')
    await eventually(() =>
      expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Reject 100 requests' })),
    )
    // A held key goes on pressing what comes under it.
    const button = document.activeElement ?? document.body
    expect(fireEvent.keyDown(button, { key: 'Enter', repeat: true })).toBe(false)
    expect(fireEvent.keyDown(button, { key: 'Enter' })).toBe(true)
    // The second click of a double click was meant for the button that opened the dialog.
    fireEvent.click(button, { detail: 2 })
    expect(writes(world)).toEqual([])
  })

  it('are selected as a whole in a second step, once the list is read to its end', async () => {
    const world = await crowd('')
    await world.user.click(world.screen.getByRole('checkbox', { name: 'Select all shown' }))
    expect(await world.screen.findByText('60 selected')).toBeTruthy()
    const early = await world.screen.findByRole<HTMLButtonElement>('button', {
      name: 'Select all that match',
    })
    expect(early.disabled).toBe(true)
    expect(world.screen.getByText('At least 60 match; the rest is not read.')).toBeTruthy()
    await world.user.click(world.screen.getByRole('button', { name: 'Read all' }))
    const hundred = 'Select all shown (the first 100)'
    await world.screen.findByText('10,000 requests loaded.', {}, LONG)
    expect(world.screen.getByText('60 selected')).toBeTruthy()
    await world.user.click(await world.screen.findByRole('button', { name: hundred }))
    expect(await world.screen.findByText('100 selected')).toBeTruthy()
    await world.user.click(await world.screen.findByRole('button', { name: 'Select all 10,000 that match' }))
    expect(await world.screen.findByText('10,000 selected')).toBeTruthy()
    const dialog = await open(world, 'Accept selected')
    expect(await dialog.findByText(/^9,900 of the selected requests are left out/, {}, LONG)).toBeTruthy()
    const reason = dialog.getByText('At most 100 at once. These stay selected and can be taken next.')
    expect(reason.nextElementSibling?.textContent).toBe('9,900 requests')
    expect(dialog.getByRole('button', { name: 'Accept 100 mirrors' })).toBeTruthy()
    expect(dialog.getAllByRole('listitem').length).toBeLessThanOrEqual(110)
  })
})
