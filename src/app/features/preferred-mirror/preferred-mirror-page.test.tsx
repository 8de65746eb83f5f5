import { fireEvent, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { upstreamRefusal } from '#demo/testing/upstream-answer.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

type World = Awaited<ReturnType<typeof renderApp>>

const PREFERENCE = '/rest/mirroring/latest/account/settings/preferred-mirror'

const writes = ({ traffic }: World) => traffic.filter((line) => /^(?:POST|DELETE) \/rest/.test(line))

const radio = ({ screen }: World, name: string) => screen.findByRole<HTMLInputElement>('radio', { name })

const removeMirror = async ({ bitbucket }: World, name: string) => {
  const headers = { authorization: `Basic ${btoa('admin:admin')}`, 'x-atlassian-token': 'no-check' }
  const address = 'http://bitbucket.test/rest/mirroring/latest/mirrorServers'
  const mirrors: { values: { id: string; name: string }[] } = await (
    await bitbucket.fetch(new Request(address, { headers }))
  ).json()
  const id = mirrors.values.find((mirror) => mirror.name === name)?.id ?? ''
  await bitbucket.fetch(new Request(`${address}/${id}`, { method: 'DELETE', headers }))
  return id
}

describe('the preferred mirror', () => {
  it('is chosen, read back and announced', async () => {
    const world = await renderApp('/preferred-mirror')
    expect(await world.screen.findByText('You have no preferred mirror.')).toBeTruthy()
    await world.user.click(await radio(world, 'Mumbai'))
    await world.user.click(world.screen.getByRole('button', { name: 'Save' }))
    expect(await world.screen.findByText('Mumbai is now your preferred mirror')).toBeTruthy()
    expect(world.screen.getByRole('link', { name: 'Mumbai' })).toBeTruthy()
    expect(world.traffic.slice(-2)).toEqual([`POST ${PREFERENCE}`, `GET ${PREFERENCE}`])
  })

  it('is selected in its group', async () => {
    const world = await renderApp('/preferred-mirror', { as: 'jcitizen' })
    const group = await world.screen.findByRole('radiogroup', { name: 'Preferred mirror' })
    await eventually(async () => expect((await radio(world, 'Dublin')).checked).toBe(true))
    expect(within(group).getAllByRole('radio')).toHaveLength(4)
  })

  it('is cleared', async () => {
    const world = await renderApp('/preferred-mirror', { as: 'jcitizen' })
    await world.screen.findByRole('link', { name: 'Dublin' })
    await world.user.click(world.screen.getByRole('button', { name: 'Clear preference' }))
    expect(await world.screen.findByText('You have no preferred mirror')).toBeTruthy()
    expect(await world.screen.findByText('You have no preferred mirror.')).toBeTruthy()
    expect((await radio(world, 'Dublin')).checked).toBe(false)
    expect(world.screen.getByRole('button', { name: 'Clear preference' })).toHaveProperty('disabled', true)
  })

  it('is sent once under a double click', async () => {
    const world = await renderApp('/preferred-mirror')
    await world.user.click(await radio(world, 'Virginia'))
    const save = world.screen.getByRole('button', { name: 'Save' })
    fireEvent.click(save)
    fireEvent.click(save)
    await world.screen.findByText('Virginia is now your preferred mirror')
    expect(writes(world)).toEqual([`POST ${PREFERENCE}`])
  })

  it('asks to choose before it saves', async () => {
    const world = await renderApp('/preferred-mirror')
    await radio(world, 'Dublin')
    await world.user.click(world.screen.getByRole('button', { name: 'Save' }))
    expect(await world.screen.findByText('Choose a mirror first.')).toBeTruthy()
    expect(writes(world)).toEqual([])
  })

  it('that was removed meanwhile is reported, and the selection stays', async () => {
    const world = await renderApp('/preferred-mirror')
    await world.user.click(await radio(world, 'Mumbai'))
    await removeMirror(world, 'Mumbai')
    await world.user.click(world.screen.getByRole('button', { name: 'Save' }))
    expect(await world.screen.findByText('This mirror no longer exists')).toBeTruthy()
    expect((await radio(world, 'Mumbai')).checked).toBe(true)
    expect(world.screen.getByText('You have no preferred mirror.')).toBeTruthy()
  })

  it('that was removed later stays visible as gone', async () => {
    const world = await renderApp('/preferred-mirror', { as: 'jcitizen' })
    await world.screen.findByRole('link', { name: 'Dublin' })
    const id = await removeMirror(world, 'Dublin')
    await world.queryClient.refetchQueries({ type: 'active' })
    expect(await world.screen.findByText('No longer exists')).toBeTruthy()
    expect(world.screen.getByText(id)).toBeTruthy()
    await world.user.click(world.screen.getByRole('button', { name: 'Clear preference' }))
    expect(await world.screen.findByText('You have no preferred mirror.')).toBeTruthy()
  })

  it('that could not be saved keeps the selection and says why', async () => {
    const world = await renderApp('/preferred-mirror', { as: 'jcitizen' })
    const mumbai = await radio(world, 'Mumbai')
    await world.user.click(mumbai)
    vi.stubGlobal('fetch', () => Promise.resolve(upstreamRefusal(429, { 'retry-after': '30' })))
    await world.user.click(world.screen.getByRole('button', { name: 'Save' }))
    expect(await world.screen.findByText('Your choice was not saved')).toBeTruthy()
    expect(mumbai.checked).toBe(true)
    expect(world.screen.getByRole('link', { name: 'Dublin' })).toBeTruthy()
  })

  it('is refused to a user without read access', async () => {
    const { screen } = await renderApp('/preferred-mirror', { as: 'guest' })
    expect(await screen.findByText('You are not permitted to see mirror servers')).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1, name: 'Preferred mirror' })).toBeTruthy()
  })

  it('shows the health of each mirror, and lets also a stale or disabled one be chosen', async () => {
    const world = await renderApp('/preferred-mirror', { seed: 'broken' })
    const disabled = await radio(world, 'Disabled')
    expect(disabled).toHaveProperty('disabled', false)
    expect(disabled.closest('[data-checked], div')).toBeTruthy()
    expect(world.screen.getAllByText('Stale').length).toBeGreaterThan(1)
  })

  it('marks a name that the eye takes for another', async () => {
    const world = await renderApp('/preferred-mirror', { seed: 'hostile' })
    await radio(world, '__proto__')
    const marks = await world.screen.findAllByText('Looks like another name', {}, { timeout: 5000 })
    expect(marks.length).toBeGreaterThan(1)
  })

  it('is not offered to be cleared where there is nothing to clear or to choose', async () => {
    const { screen } = await renderApp('/preferred-mirror', { seed: 'empty' })
    expect(await screen.findByText('This Bitbucket has no mirrors.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Clear preference' })).toBeNull()
  })

  it('has everything above its buttons in place while mirrors are read, so that no click misses them', async () => {
    const world = await renderApp('/upstream')
    const { fetch } = world.bitbucket
    vi.spyOn(world.bitbucket, 'fetch').mockImplementation((request) =>
      request.url.includes('/mirrorServers') ? new Promise(() => undefined) : fetch(request),
    )
    await world.router.navigate('/preferred-mirror')
    const save = await world.screen.findByRole('button', { name: 'Save' })
    const form = within(save.closest('form') ?? document.body)
    expect(form.getByRole('button', { name: 'Measure from the console' })).toHaveProperty('disabled', true)
    await world.user.click(form.getByText('Measure from your own computer'))
    expect(form.getByText('The console has asked no mirror yet, so there is no line to run.')).toBeTruthy()
    await world.user.click(save)
    expect(form.getByRole('alert').textContent).toBe('Choose a mirror first.')
  })

  it('that could not be read again says so once', async () => {
    const world = await renderApp('/preferred-mirror')
    await radio(world, 'Dublin')
    await world.screen.findByText('You have no preferred mirror.')
    vi.stubGlobal('fetch', () => Promise.resolve(upstreamRefusal(403)))
    await world.queryClient.refetchQueries({ type: 'active' })
    await eventually(() => expect(world.screen.getAllByText(/What you see was read/)).toHaveLength(1))
  })
})

describe('measuring from one’s own computer', () => {
  it('offers a line with the address of each mirror that was asked, and of no other', async () => {
    const world = await renderApp('/preferred-mirror', { seed: 'broken' })
    const summary = await world.screen.findByText('Measure from your own computer')
    await world.user.click(summary)
    const lines = within(summary.parentElement ?? document.body)
    const line = (await lines.findByRole('region', { name: 'Linux, macOS, Git Bash' })).textContent
    expect(line).toContain('/status')
    expect(line).toContain("'http://healthy.mirrors.test/status'")
    expect(line).not.toContain('disabled.mirrors.test')
    expect(lines.getByRole('button', { name: 'Copy line for PowerShell' })).toBeTruthy()
  })
})
