import { within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'

beforeAll(async () => {
  await Promise.all([
    import('#app/features/mirrors/details/mirror-page.tsx'),
    import('#app/features/mirrors/writes/write-tabs.ts'),
    import('./correction-dialog.tsx'),
  ])
})

type World = Awaited<ReturnType<typeof renderApp>>

const writes = ({ traffic }: World) =>
  traffic.filter((line) => !line.startsWith('GET ') && line.includes('/rest/'))

const ask = async ({ screen, user }: World) => {
  await user.click(screen.getByRole('button', { name: 'Correct the record' }))
  return within(await screen.findByRole('dialog', { name: 'Correct the record of Healthy?' }))
}

describe('the record', () => {
  it('is corrected, read again, and shows how it changed', async () => {
    const world = await renderApp('/mirrors/healthy?tab=record', { seed: 'broken' })
    const address = await world.screen.findByRole('textbox', { name: 'Address' })
    expect(world.screen.getByRole('button', { name: 'Correct the record' })).toHaveProperty('disabled', true)
    await world.user.clear(address)
    await world.user.type(address, 'https://moved.example.com')
    const dialog = await ask(world)
    const [addressRow, versionRow] = dialog.getAllByRole('row').slice(1)
    expect(addressRow?.textContent).toBe('Addresshttp://healthy.mirrors.testhttps://moved.example.com')
    expect(versionRow?.textContent).toMatch(/^Version.+stays as it is$/)
    expect(dialog.getByText(/^The host changes/)).toBeTruthy()
    expect(writes(world)).toEqual([])
    await world.user.click(dialog.getByRole('button', { name: 'Correct record' }))
    expect(await world.screen.findByText('The record is corrected')).toBeTruthy()
    expect(writes(world)).toEqual(['PUT /rest/mirroring/latest/mirrorServers/healthy'])
    expect(address).toHaveProperty('value', 'https://moved.example.com')
  })

  it('is not sent with a wrong address, and what was typed stays', async () => {
    const world = await renderApp('/mirrors/healthy?tab=record', { seed: 'broken' })
    const address = await world.screen.findByRole('textbox', { name: 'Address' })
    await world.user.clear(address)
    await world.user.type(address, 'javascript:alert(1)')
    await world.user.click(world.screen.getByRole('button', { name: 'Correct the record' }))
    expect(
      await world.screen.findByText('Enter an address that starts with https:// or http://.'),
    ).toBeTruthy()
    expect(address).toHaveProperty('value', 'javascript:alert(1)')
    expect(writes(world)).toEqual([])
  })

  it('is not sent when the question is answered with no, and what was typed stays', async () => {
    const world = await renderApp('/mirrors/healthy?tab=record', { seed: 'broken' })
    const version = await world.screen.findByRole('textbox', { name: 'Version' })
    await world.user.clear(version)
    await world.user.type(version, '9.0.0')
    const dialog = await ask(world)
    await world.user.click(dialog.getByRole('button', { name: 'Cancel' }))
    expect(version).toHaveProperty('value', '9.0.0')
    expect(writes(world)).toEqual([])
  })

  it('that changed since the question was asked is not overwritten', async () => {
    const world = await renderApp('/mirrors/healthy?tab=record', { seed: 'broken' })
    const version = await world.screen.findByRole('textbox', { name: 'Version' })
    await world.user.clear(version)
    await world.user.type(version, '9.0.0')
    const dialog = await ask(world)
    await world.bitbucket.fetch(
      new Request('http://bitbucket.test/rest/mirroring/latest/mirrorServers/healthy', {
        method: 'PUT',
        headers: { authorization: 'Bearer admin-token', 'content-type': 'application/json' },
        body: JSON.stringify({ baseUrl: 'https://other.example.com', productVersion: '8.16.2' }),
      }),
    )
    await world.user.click(dialog.getByRole('button', { name: 'Correct record' }))
    expect(await dialog.findByText('The record changed in the meantime; nothing was sent')).toBeTruthy()
    expect(writes(world)).toEqual([])
    await world.user.click(dialog.getByRole('button', { name: 'Done' }))
    expect(version).toHaveProperty('value', '9.0.0')
  })

  it('is refused to an ordinary user, in the dialog', async () => {
    const world = await renderApp('/mirrors/healthy?tab=record', { seed: 'broken', as: 'jcitizen' })
    const version = await world.screen.findByRole('textbox', { name: 'Version' })
    await world.user.clear(version)
    await world.user.type(version, '9.0.0')
    const dialog = await ask(world)
    await world.user.click(dialog.getByRole('button', { name: 'Correct record' }))
    expect(await dialog.findByText('You are not permitted to correct this record')).toBeTruthy()
  })
})
