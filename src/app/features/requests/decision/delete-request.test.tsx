import { within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

type World = Awaited<ReturnType<typeof renderApp>>

const writes = ({ traffic }: World) => traffic.filter((line) => !line.startsWith('GET'))

const openDialog = async (world: World, name: string) => {
  await world.user.click(await world.screen.findByRole('button', { name: `Delete request of ${name}` }))
  return within(await world.screen.findByRole('dialog', { name: `Delete request of ${name}?` }))
}

describe('deleting a request', () => {
  it('is confirmed, sent once and announced', async () => {
    const world = await renderApp('/requests')
    const dialog = await openDialog(world, 'Sydney')
    expect(dialog.getByText(/^Bitbucket forgets the request/)).toBeTruthy()
    await world.user.click(dialog.getByRole('button', { name: 'Delete request' }))
    expect(await world.screen.findByText('The request of Sydney was deleted')).toBeTruthy()
    await eventually(() => expect(world.screen.queryByRole('rowheader', { name: 'Sydney' })).toBeNull())
    expect(writes(world)).toEqual(['DELETE /rest/mirroring/latest/requests/6'])
    expect(document.activeElement?.tagName).toBe('H1')
  })

  it('is offered in every state, and leads back to the list', async () => {
    const world = await renderApp('/requests/8')
    const dialog = await openDialog(world, 'Lab')
    await world.user.click(dialog.getByRole('button', { name: 'Delete request' }))
    expect(await world.screen.findByRole('heading', { level: 1, name: 'Mirroring requests' })).toBeTruthy()
    expect(world.router.state.location.pathname).toBe('/requests')
  })

  it('that someone else did before is shown as theirs', async () => {
    const world = await renderApp('/requests')
    const dialog = await openDialog(world, 'Sydney')
    await world.bitbucket.fetch(
      new Request('http://bitbucket.test/rest/mirroring/latest/requests/6', {
        method: 'DELETE',
        headers: { authorization: `Basic ${btoa('admin:admin')}`, 'x-atlassian-token': 'no-check' },
      }),
    )
    await world.user.click(dialog.getByRole('button', { name: 'Delete request' }))
    expect(await dialog.findByText('This request was already deleted by someone else')).toBeTruthy()
    expect(writes(world)).toEqual([])
  })
})
