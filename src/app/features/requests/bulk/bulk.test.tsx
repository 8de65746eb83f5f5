import { within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { runMutation } from '#app/api/run-mutation.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

type World = Awaited<ReturnType<typeof renderApp>>

const writes = ({ traffic }: World) => traffic.filter((line) => line.startsWith('POST /rest'))

const select = async ({ screen, user }: World, ...names: readonly string[]) => {
  for (const name of names) await user.click(await screen.findByRole('checkbox', { name: `Select ${name}` }))
}

const open = async ({ screen, user }: World, action: string, title: string) => {
  await user.click(await screen.findByRole('button', { name: action }))
  return within(await screen.findByRole('dialog', { name: title }))
}

describe('selected requests', () => {
  it('are counted, also those that a search hides, and stay selected over a refresh', async () => {
    const world = await renderApp('/requests')
    await select(world, 'Sydney', 'Toronto')
    expect(await world.screen.findByText('2 selected')).toBeTruthy()
    await world.user.click(world.screen.getByRole('button', { name: 'Refresh' }))
    expect(world.screen.getByText('2 selected')).toBeTruthy()
    await world.user.type(world.screen.getByRole('searchbox', { name: 'Search' }), 'Sydney')
    expect(await world.screen.findByText('2 selected, 1 of them not shown by the search')).toBeTruthy()
    await world.user.click(world.screen.getByRole('button', { name: 'Clear selection' }))
    await eventually(() => expect(world.screen.queryByText(/selected/)).toBeNull())
  })

  it('stay selected while another tab is open, and are not counted there', async () => {
    const world = await renderApp('/requests')
    await select(world, 'Sydney')
    expect(await world.screen.findByText('1 selected')).toBeTruthy()
    await world.user.click(world.screen.getByRole('link', { name: 'Rejected' }))
    await world.screen.findByRole('rowheader', { name: 'Lab' })
    await eventually(() => expect(world.screen.queryByText('1 selected')).toBeNull())
    await world.user.click(world.screen.getByRole('link', { name: /^Pending/ }))
    expect(await world.screen.findByRole('checkbox', { name: 'Select Sydney', checked: true })).toBeTruthy()
    expect(await world.screen.findByText('1 selected')).toBeTruthy()
  })

  it('are all that the filter shows, or none', async () => {
    const world = await renderApp('/requests')
    await world.screen.findByRole('rowheader', { name: 'Sydney' })
    const all = world.screen.getByRole('checkbox', { name: 'Select all shown' })
    await world.user.click(all)
    expect(await world.screen.findByText('3 selected')).toBeTruthy()
    await world.user.click(all)
    await eventually(() => expect(world.screen.queryByText('3 selected')).toBeNull())
  })

  it('are accepted after one tick, each once, and are followed', async () => {
    const world = await renderApp('/requests')
    await select(world, 'Sydney', 'Toronto')
    const dialog = await open(world, 'Accept selected', 'Accept 2 mirrors?')
    await world.user.click(await dialog.findByRole('checkbox', { name: 'I expected these mirrors' }))
    const watchers = () =>
      world.queryClient.getQueryCache().find(requestsQuery('PENDING'))?.getObserversCount() ?? NaN
    const whileAsked = watchers()
    await world.user.click(dialog.getByRole('button', { name: 'Accept 2 mirrors' }))
    // What was confirmed is not judged anew with each decision.
    expect(watchers()).toBe(whileAsked - 1)
    expect(await dialog.findByText('2 mirrors were accepted.')).toBeTruthy()
    expect(dialog.getAllByText('Accepted')).toHaveLength(2)
    expect(writes(world)).toEqual([
      'POST /rest/mirroring/latest/requests/6/accept',
      'POST /rest/mirroring/latest/requests/9/accept',
    ])
    await world.user.click(dialog.getByRole('button', { name: 'Done' }))
    await eventually(() => expect(world.screen.queryByRole('dialog')).toBeNull())
    expect(await world.screen.findAllByText('waiting for its first heartbeat')).toHaveLength(2)
    await eventually(() => expect(document.activeElement?.tagName).toBe('H1'))
  })

  it('with warnings are left out of accepting, and it says so', async () => {
    const world = await renderApp('/requests', { seed: 'hostile' })
    await select(world, 'Address user-info', 'Address metadata')
    const dialog = await open(world, 'Accept selected', 'No mirror can be accepted here')
    expect(await dialog.findByText(/2 of the selected requests are left out/)).toBeTruthy()
    expect(dialog.getByText(/^Warnings: .*User name in the address/)).toBeTruthy()
    expect(dialog.getByText('None of the selected requests can be taken.')).toBeTruthy()
    expect(dialog.queryByRole('button', { name: /^Accept/ })).toBeNull()
    expect(writes(world)).toEqual([])
  })

  it('that fail are listed one by one and can be tried again', async () => {
    const world = await renderApp('/requests', { seed: 'broken' })
    await select(world, 'Works', 'Fails to accept', 'Raced')
    const dialog = await open(world, 'Reject selected', 'Reject 3 requests?')
    await world.user.click(dialog.getByRole('button', { name: 'Reject 3 requests' }))
    expect(
      await dialog.findByText(
        '1 request was rejected, 1 handled by someone else, 1 failed.',
        {},
        { timeout: 4000 },
      ),
    ).toBeTruthy()
    expect(dialog.getByText('The request is still pending')).toBeTruthy()
    expect(dialog.getAllByRole('listitem')[0]?.textContent).toMatch(/^Fails to accept/)
    expect(document.activeElement?.textContent).toMatch(/^1 request was rejected/)
    world.traffic.length = 0
    await world.user.click(dialog.getByRole('button', { name: 'Retry 1 not done' }))
    await eventually(() => expect(writes(world)).toHaveLength(1))
    await dialog.findByRole('button', { name: 'Retry 1 not done' })
  })

  it('wait for a decision about the same request that is in progress elsewhere', async () => {
    const world = await renderApp('/requests')
    await select(world, 'Sydney', 'Toronto')
    const elsewhere = Promise.withResolvers<void>()
    const other = { scope: { id: 'request-6' }, mutationFn: () => elsewhere.promise }
    const ended = runMutation(world.queryClient, other, undefined)
    const dialog = await open(world, 'Reject selected', 'Reject 2 requests?')
    await world.user.click(dialog.getByRole('button', { name: 'Reject 2 requests' }))
    expect(await dialog.findByText('In progress')).toBeTruthy()
    expect(writes(world)).toEqual([])
    elsewhere.resolve()
    await ended
    expect(await dialog.findByText('2 requests were rejected.')).toBeTruthy()
    expect(writes(world)).toHaveLength(2)
  })

  it('are deleted in any state', async () => {
    const world = await renderApp('/requests?state=rejected')
    await select(world, 'Lab', 'Test box')
    expect(world.screen.queryByRole('button', { name: 'Accept selected' })).toBeNull()
    const dialog = await open(world, 'Delete selected', 'Delete 2 requests?')
    await world.user.click(dialog.getByRole('button', { name: 'Delete 2 requests' }))
    expect(await dialog.findByText('2 requests were deleted.')).toBeTruthy()
  })
})
