import { fireEvent, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'
import { watchedStore } from '#gateway/testing/watched-store.ts'

beforeAll(async () => {
  await Promise.all([
    import('#app/features/mirrors/details/mirror-page.tsx'),
    import('#app/features/mirrors/list/mirrors-page.tsx'),
    import('#app/features/overview/overview-page.tsx'),
    import('./silence-bar.tsx'),
    import('./silence-dialog.tsx'),
    import('#app/features/mirrors/details/details-tab.tsx'),
    import('#app/domain/fleet/silenced-mirrors.tsx'),
  ])
})
afterEach(() => {
  localStorage.clear()
  vi.useRealTimers()
})

/** Mirrors that hang are waited for. */
const LONG = { timeout: 15_000 }

type World = Awaited<ReturnType<typeof renderApp>>

const open = async (more: Parameters<typeof renderApp>[1] = {}) => {
  const world = await renderApp('/mirrors/dead', { seed: 'broken', ...more })
  const alarms = within(await world.screen.findByRole('region', { name: 'Alarms' }))
  return { ...world, alarms }
}

const ask = async ({ user, screen, alarms }: Awaited<ReturnType<typeof open>>) => {
  await user.click(alarms.getByRole('button', { name: 'Silence alarms' }))
  return within(await screen.findByRole('dialog', { name: 'Silence alarms of Dead?' }))
}

const writes = ({ traffic }: World) => traffic.filter((line) => /^(?:PUT|DELETE)/.test(line))

describe('silencing a mirror', () => {
  it('is kept by the console with a note, shown with until when and by whom, and ended early', async () => {
    const watched = await watchedStore({})
    const world = await open({ watched })
    const dialog = await ask(world)
    expect(dialog.getByText(/The console keeps it for everybody/)).toBeTruthy()
    await world.user.type(dialog.getByRole('textbox', { name: /^Note/ }), 'New disk')
    await world.user.click(dialog.getByRole('radio', { name: '4 hours' }))
    const before = Date.now()
    await world.user.click(dialog.getByRole('button', { name: 'Silence alarms' }))
    expect(await world.alarms.findByText(/^Silenced until \S/)).toBeTruthy()
    expect(world.alarms.getByText('New disk')).toBeTruthy()
    expect(world.alarms.getByText(/by/).textContent).toMatch(/ · New disk · by admin$/)
    const [kept] = await watched.store.silences.active(before)
    expect(kept).toMatchObject({ mirrorId: 'dead', note: 'New disk', by: 'admin', isNamed: true })
    // As exact as the clocks of both are compared.
    expect(Math.abs((kept?.until ?? 0) - before - 4 * 3_600_000)).toBeLessThan(60_000)
    await world.user.click(world.alarms.getByRole('button', { name: 'End silence' }))
    expect(await world.alarms.findByRole('button', { name: 'Silence alarms' })).toBeTruthy()
    expect(await watched.store.silences.active(before)).toEqual([])
    expect(writes(world)).toEqual(['PUT /-/silences', 'DELETE /-/silences?mirror=dead'])
  })

  it('changes nothing of the verdict, and takes the mirror out of the incidents, counted apart', async () => {
    const world = await open({ watched: await watchedStore({}) })
    const dialog = await ask(world)
    await world.user.click(dialog.getByRole('button', { name: 'Silence alarms' }))
    await world.alarms.findByText(/^Silenced until/)
    expect(await world.screen.findByText('Not reachable')).toBeTruthy()
    await world.router.navigate('/')
    const silenced = within(await world.screen.findByRole('region', { name: 'Silenced' }))
    expect(silenced.getByText('1 mirror silenced, 1 with a problem that alarms no one')).toBeTruthy()
    expect(silenced.getByRole('link', { name: 'Dead' })).toBeTruthy()
    expect(silenced.getByText('Not reachable')).toBeTruthy()
    const incidents = within(world.screen.getByRole('region', { name: 'Incidents' }))
    expect(incidents.getAllByRole('link', { name: 'Dead' })).toHaveLength(1)
    await world.router.navigate('/mirrors')
    const row = await world.screen.findByRole('row', { name: /^Dead/ })
    await within(row).findByText(/^Silenced until/)
    expect(row.textContent).toMatch(/Silenced until .*Not reachable/)
  })

  it('is marked wherever the verdict of the mirror stands', async () => {
    const world = await open({ watched: await watchedStore({}) })
    const dialog = await ask(world)
    await world.user.click(dialog.getByRole('button', { name: 'Silence alarms' }))
    await world.alarms.findByText(/^Silenced until/)
    const { screen, router, user } = world
    await router.navigate('/repositories/11')
    const name = await screen.findByRole('heading', { level: 3, name: 'Dead' }, LONG)
    expect(await within(name.closest('li') ?? document.body).findByText(/^Silenced until/)).toBeTruthy()
    await router.navigate('/coverage')
    expect(await screen.findByRole('columnheader', { name: /^Dead.*Silenced until/ }, LONG)).toBeTruthy()
    await router.navigate('/preferred-mirror')
    const choice = await screen.findByRole('radio', { name: /^Dead/ }, LONG)
    expect(choice.closest('div')?.parentElement?.textContent).toMatch(/Silenced until/)
    await router.navigate('/')
    expect(await screen.findByRole('link', { name: /^Dead: .*Silenced until/ }, LONG)).toBeTruthy()
    await user.keyboard('{Control>}k{/Control}')
    const palette = within(await screen.findByRole('dialog', { name: 'Command palette' }, LONG))
    await user.type(palette.getByRole('combobox'), 'dead')
    expect(await palette.findByRole('option', { name: /Dead.*Silenced until/ })).toBeTruthy()
  })

  it('is in this browser alone where no console watches, and says so', async () => {
    const world = await open()
    const dialog = await ask(world)
    expect(dialog.getByText(/kept in this browser alone/)).toBeTruthy()
    await world.user.click(dialog.getByRole('button', { name: 'Silence alarms' }))
    expect(await world.alarms.findByText('in this browser only')).toBeTruthy()
    expect(writes(world)).toEqual([])
    await world.user.click(world.alarms.getByRole('button', { name: 'End silence' }))
    expect(await world.alarms.findByRole('button', { name: 'Silence alarms' })).toBeTruthy()
  })

  it('ends by itself on the open page', async () => {
    const world = await open()
    const dialog = await ask(world)
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    fireEvent.click(dialog.getByRole('button', { name: 'Silence alarms' }))
    await world.alarms.findByText(/^Silenced until/)
    vi.advanceTimersByTime(3_600_001)
    expect(await world.alarms.findByRole('button', { name: 'Silence alarms' })).toBeTruthy()
  })

  it('needs a time in the next 30 days', async () => {
    const world = await open({ watched: await watchedStore({}) })
    const dialog = await ask(world)
    await world.user.click(dialog.getByRole('radio', { name: 'Until a time of your choice' }))
    await world.user.click(dialog.getByRole('button', { name: 'Silence alarms' }))
    expect(dialog.getByText('Enter a date and a time.')).toBeTruthy()
    fireEvent.change(dialog.getByLabelText(/^Until/, { selector: 'input[type="datetime-local"]' }), {
      target: { value: '2020-01-01T10:00' },
    })
    await world.user.click(dialog.getByRole('button', { name: 'Silence alarms' }))
    expect(dialog.getByText('Enter a time in the future.')).toBeTruthy()
    expect(writes(world)).toEqual([])
  })

  it('is refused to an ordinary user, in the dialog, and nothing is shown as silenced', async () => {
    const world = await open({ watched: await watchedStore({}), as: 'jcitizen' })
    const dialog = await ask(world)
    await world.user.click(dialog.getByRole('button', { name: 'Silence alarms' }))
    expect(await dialog.findByText('You are not permitted to silence mirrors')).toBeTruthy()
    await world.user.click(dialog.getByRole('button', { name: 'Cancel' }))
    expect(world.alarms.queryByText(/^Silenced until/)).toBeNull()
  })

  it('of another person is seen, with the name as it was typed, and hostile notes do nothing', async () => {
    const watched = await watchedStore({})
    await watched.store.silences.put({
      mirrorId: 'dead',
      until: Date.now() + 600_000,
      note: '<img src=x onerror=alert(1)>\u202e',
      by: 'eve',
      isNamed: false,
      at: Date.now(),
    })
    const { alarms } = await open({ watched, as: 'jcitizen' })
    const mark = await alarms.findByText(/^Silenced until/)
    expect(mark.parentElement?.textContent).toContain('<img src=x onerror=alert(1)>')
    expect(mark.parentElement?.textContent).not.toContain('\u202e')
    expect(mark.parentElement?.textContent).toContain('by eve (as typed at sign-in)')
  })

  it('says when silences cannot be read', async () => {
    const watched = await watchedStore({})
    await watched.store.close()
    const { alarms } = await open({ watched })
    expect(await alarms.findByText('Silences could not be read: alarms are as usual')).toBeTruthy()
  })
})
