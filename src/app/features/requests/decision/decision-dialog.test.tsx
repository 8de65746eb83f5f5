import { fireEvent, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { atBitbucket } from '#demo/testing/at-bitbucket.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

type World = Awaited<ReturnType<typeof renderApp>>

const posts = ({ traffic }: World) => traffic.filter((line) => line.startsWith('POST /rest'))

const openDialog = async (world: World, action: 'Accept' | 'Reject', name: string) => {
  await world.user.click(await world.screen.findByRole('button', { name: `${action} ${name}` }))
  const dialog = await world.screen.findByRole('dialog', { name: `${action} ${name}?` })
  return within(dialog)
}

const tick = async (world: World, dialog: ReturnType<typeof within>) =>
  world.user.click(await dialog.findByRole('checkbox', { name: 'I expected this mirror' }))

const acceptButton = (dialog: ReturnType<typeof within>) =>
  dialog.getByRole('button', { name: 'Accept mirror' })

describe('accepting a request', () => {
  it('needs the tick, and says so', async () => {
    const world = await renderApp('/requests')
    const dialog = await openDialog(world, 'Accept', 'Sydney')
    expect(acceptButton(dialog)).toHaveProperty('disabled', true)
    expect(await dialog.findByText('Tick the box above to accept.')).toBeTruthy()
    await tick(world, dialog)
    expect(acceptButton(dialog)).toHaveProperty('disabled', false)
  })

  it('is sent once, announced, and both lists are read again', async () => {
    const world = await renderApp('/requests')
    const dialog = await openDialog(world, 'Accept', 'Sydney')
    await tick(world, dialog)
    world.traffic.length = 0
    await world.user.click(acceptButton(dialog))
    expect(await world.screen.findByText('Sydney was accepted')).toBeTruthy()
    await eventually(() => expect(world.screen.queryByRole('rowheader', { name: 'Sydney' })).toBeNull())
    expect(world.screen.queryByRole('dialog')).toBeNull()
    expect(posts(world)).toEqual(['POST /rest/mirroring/latest/requests/6/accept'])
    expect(document.activeElement?.tagName).toBe('H1')
    await world.user.click(world.screen.getByRole('link', { name: 'Mirrors' }))
    expect(await world.screen.findByRole('link', { name: 'Sydney' })).toBeTruthy()
  })

  it('is sent once under a double click and a held Enter', async () => {
    const world = await renderApp('/requests')
    const dialog = await openDialog(world, 'Accept', 'Sydney')
    await tick(world, dialog)
    const button = acceptButton(dialog)
    fireEvent.click(button, { detail: 1 })
    fireEvent.click(button, { detail: 2 })
    fireEvent.click(button, { detail: 1 })
    expect(fireEvent.keyDown(button, { key: 'Enter', repeat: true })).toBe(false)
    await world.screen.findByText('Sydney was accepted')
    expect(posts(world)).toHaveLength(1)
  })

  it('can be left, and the focus goes back to where it was', async () => {
    const world = await renderApp('/requests')
    const dialog = await openDialog(world, 'Accept', 'Toronto')
    await world.user.click(dialog.getByRole('button', { name: 'Cancel' }))
    await eventually(() => expect(world.screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(world.screen.getByRole('button', { name: 'Accept Toronto' }))
    expect(posts(world)).toEqual([])
  })

  it('that someone else took meanwhile is shown as theirs', async () => {
    const world = await renderApp('/requests')
    const dialog = await openDialog(world, 'Accept', 'Sydney')
    await atBitbucket(world, 'POST', '/requests/6/accept')
    await tick(world, dialog)
    await world.user.click(acceptButton(dialog))
    expect(await dialog.findByText('This request was already accepted by someone else')).toBeTruthy()
    expect(posts(world)).toEqual([])
    await world.user.click(dialog.getByRole('button', { name: 'Done' }))
    await eventually(() => expect(document.activeElement?.tagName).toBe('H1'))
  })

  it('of a request that was deleted meanwhile accepts nothing', async () => {
    const world = await renderApp('/requests')
    const dialog = await openDialog(world, 'Accept', 'Sydney')
    await atBitbucket(world, 'DELETE', '/requests/6')
    await tick(world, dialog)
    await world.user.click(acceptButton(dialog))
    expect(await dialog.findByText('This request no longer exists')).toBeTruthy()
    expect(posts(world)).toEqual([])
  })
})

it('a request that changed is not accepted, is shown as it is now and needs a new tick', async () => {
  const world = await renderApp('/requests')
  await world.screen.findByRole('button', { name: 'Accept Sydney' })
  // What was shown is older than what Bitbucket has.
  world.queryClient.setQueryData(requestsQuery('PENDING').queryKey, (list) =>
    list === undefined
      ? list
      : {
          ...list,
          pages: list.pages.map((page) => ({
            ...page,
            values: page.values.map((row) => (row.id === '6' ? { ...row, productVersion: '8.0.1' } : row)),
          })),
        },
  )
  await world.screen.findByText('8.0.1')
  const dialog = await openDialog(world, 'Accept', 'Sydney')
  await tick(world, dialog)
  await world.user.click(acceptButton(dialog))
  expect(await dialog.findByText('This request changed in the meantime; nothing was accepted')).toBeTruthy()
  expect(dialog.getByText(/^What changed: version\./)).toBeTruthy()
  expect(dialog.queryByText('8.0.1')).toBeNull()
  expect(acceptButton(dialog)).toHaveProperty('disabled', true)
  expect(posts(world)).toEqual([])
  await tick(world, dialog)
  await world.user.click(acceptButton(dialog))
  expect(await world.screen.findByText('Sydney was accepted')).toBeTruthy()
  expect(posts(world)).toHaveLength(1)
})

describe('a decision that goes wrong', () => {
  it('by a lost answer leads to the truth with one write', async () => {
    const world = await renderApp('/requests', { seed: 'broken' })
    const dialog = await openDialog(world, 'Accept', 'Answer lost')
    await tick(world, dialog)
    await world.user.click(acceptButton(dialog))
    expect(await dialog.findByText('This request is accepted now')).toBeTruthy()
    expect(await world.screen.findByText('Answer lost was accepted')).toBeTruthy()
    expect(posts(world)).toHaveLength(1)
  })

  it('by a race is shown as the work of someone else', async () => {
    const world = await renderApp('/requests', { seed: 'broken' })
    const dialog = await openDialog(world, 'Reject', 'Raced')
    await world.user.click(dialog.getByRole('button', { name: 'Reject request' }))
    expect(await dialog.findByText(/already accepted by someone else/)).toBeTruthy()
    expect(posts(world)).toHaveLength(1)
  })

  it('by 500 says that it is still pending, and can be tried again', async () => {
    const world = await renderApp('/requests', { seed: 'broken' })
    const dialog = await openDialog(world, 'Reject', 'Fails to accept')
    await world.user.click(dialog.getByRole('button', { name: 'Reject request' }))
    expect(await dialog.findByText('The request is still pending')).toBeTruthy()
    expect(dialog.getByRole('button', { name: 'Reject request' })).toHaveProperty('disabled', false)
    expect(posts(world)).toHaveLength(1)
  })

  it('by 429 says so in the dialog and changes nothing', async () => {
    const world = await renderApp('/requests', { seed: 'broken' })
    const dialog = await openDialog(world, 'Reject', 'Too many requests')
    await world.user.click(dialog.getByRole('button', { name: 'Reject request' }))
    expect(await dialog.findByText('Rate limited by Bitbucket')).toBeTruthy()
    expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveProperty('disabled', false)
  })
})

it('rejecting a request is confirmed and announced', async () => {
  const world = await renderApp('/requests/7')
  const dialog = await openDialog(world, 'Reject', 'São Paulo')
  await world.user.click(dialog.getByRole('button', { name: 'Reject request' }))
  expect(await world.screen.findByText('São Paulo was rejected')).toBeTruthy()
  expect(await world.screen.findByText('Rejected')).toBeTruthy()
  expect(world.screen.queryByRole('button', { name: /^Reject / })).toBeNull()
  expect(posts(world)).toEqual(['POST /rest/mirroring/latest/requests/7/reject'])
})
