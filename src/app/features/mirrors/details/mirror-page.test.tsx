import { fireEvent, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

// Code that comes when it is needed is fetched before: how long the compiler takes is not what is tested.
beforeAll(async () => {
  await Promise.all([
    import('./mirror-page.tsx'),
    import('./details-tab.tsx'),
    import('#app/features/mirrors/list/mirrors-page.tsx'),
    import('#app/features/mirrors/repositories/repositories-tab.tsx'),
    import('#app/features/mirrors/panel/panel-tab.tsx'),
    import('#app/features/mirrors/writes/write-tabs.ts'),
    import('#app/features/mirrors/removal/remove-mirror-dialog.tsx'),
    import('#app/features/mirrors/event/event-dialog.tsx'),
  ])
})

type World = Awaited<ReturnType<typeof renderApp>>

const writes = ({ traffic }: World) =>
  traffic.filter((line) => !line.startsWith('GET ') && line.includes('/rest/'))

const openRemoval = async (world: World, name: string) => {
  await world.user.click(await world.screen.findByRole('button', { name: 'Remove this mirror server' }))
  return within(await world.screen.findByRole('dialog', { name: `Remove ${name}?` }))
}

describe('the parts of a mirror', () => {
  it('have addresses, and a wrong one leads to the details', async () => {
    const { screen } = await renderApp('/mirrors/healthy?tab=nonsense', { seed: 'broken' })
    const parts = await screen.findByRole('navigation', { name: 'Parts of this mirror server' })
    expect(within(parts).getByRole('link', { current: 'page' }).textContent).toBe('Details')
    expect(within(parts).getByRole('link', { name: 'Danger zone' }).getAttribute('href')).toBe(
      '/mirrors/healthy?tab=danger-zone',
    )
  })

  it('lead to the neighbours in the list one came from, and back to it', async () => {
    const { screen } = await renderApp('/mirrors?health=not-a-mirror&sort=name.asc', { seed: 'broken' })
    const link = await screen.findByRole('link', { name: 'Html' })
    fireEvent.click(link)
    expect(await screen.findByRole('heading', { level: 1, name: 'Html' })).toBeTruthy()
    expect(await screen.findByText('1 of 3')).toBeTruthy()
    fireEvent.click(screen.getByRole('link', { name: 'Next: Huge' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Huge' })).toBeTruthy()
    fireEvent.click(screen.getByRole('link', { name: 'All mirror servers' }))
    expect(await screen.findByText(/^3 of \d+ loaded mirrors shown/)).toBeTruthy()
  })

  it('repositories: the mirror is asked within the budget, one of each project first', async () => {
    const world = await renderApp('/mirrors/healthy?tab=repositories', { seed: 'broken' })
    const asked = () => world.traffic.filter((line) => line === 'POST /-/probe').length
    const whenAsked = { timeout: 15_000 }
    expect(
      await world.screen.findByText(/^25 of 25 questions asked \(at most 25\)/, {}, whenAsked),
    ).toBeTruthy()
    expect(asked()).toBe(25)
    await world.user.click(world.screen.getByRole('button', { name: 'Ask about 25 more' }))
    expect(await world.screen.findByText(/^30 of 30 questions asked/, {}, whenAsked)).toBeTruthy()
    expect(asked()).toBe(30)
  })

  it('repositories: a mirror that refuses is paused after three failures', async () => {
    const world = await renderApp('/mirrors/refused?tab=repositories', { seed: 'broken' })
    expect(await world.screen.findByText(/could not be asked 3 times in a row/)).toBeTruthy()
    expect(world.screen.getByRole('button', { name: 'Resume' })).toBeTruthy()
    expect(world.screen.getAllByText('Refused').length).toBeGreaterThanOrEqual(3)
  })

  it('repositories: entries that cannot be read are shown beside the sample', async () => {
    const { screen, user } = await renderApp('/mirrors?search=virginia', { seed: 'hostile' })
    await user.click(await screen.findByRole('link', { name: 'Virginia' }))
    const parts = await screen.findByRole('navigation', { name: 'Parts of this mirror server' })
    await user.click(within(parts).getByRole('link', { name: 'Repositories' }))
    expect(await screen.findByRole('table', { name: 'Repositories on this mirror' })).toBeTruthy()
    expect(await screen.findByRole('list', { name: 'Unreadable entries' })).toBeTruthy()
  })

  it('settings panel: read on click alone, shown in a frame that can do nothing, with its host outside', async () => {
    const world = await renderApp('/mirrors/healthy?tab=settings-panel', { seed: 'broken' })
    const button = await world.screen.findByRole('button', { name: 'Show the settings panel' })
    expect(world.traffic.filter((line) => line.includes('/-/panel/'))).toEqual([])
    await world.user.click(button)
    const frame = await world.screen.findByTitle("What the mirror's host wrote")
    expect(frame.getAttribute('sandbox')).toBe('')
    expect(frame.hasAttribute('src')).toBe(false)
    expect(world.screen.getByText('healthy.mirrors.test')).toBeTruthy()
  })

  it('event: "queued" is all that is said', async () => {
    const world = await renderApp('/mirrors/healthy?tab=event', { seed: 'broken' })
    const publish = await world.screen.findByRole('button', { name: 'Publish event' })
    expect(publish).toHaveProperty('disabled', true)
    await world.user.click(await world.screen.findByRole('radio', { name: /\/ ledger$/ }))
    await world.user.click(world.screen.getByRole('radio', { name: 'Synchronization failed' }))
    await world.user.click(publish)
    const dialog = within(await world.screen.findByRole('dialog', { name: 'Publish this event?' }))
    expect(writes(world)).toEqual([])
    await world.user.click(dialog.getByRole('button', { name: 'Publish event' }))
    expect(await world.screen.findByText('Queued')).toBeTruthy()
    expect(world.screen.getByText(/That is not the same as done/)).toBeTruthy()
    expect(writes(world)).toEqual(['POST /rest/mirroring/latest/mirrorServers/healthy/events'])
  })

  it('event: the search and the chosen repository are in the URL', async () => {
    const world = await renderApp('/mirrors/healthy?tab=event&search=ledger', { seed: 'broken' })
    await world.user.click(await world.screen.findByRole('radio', { name: /\/ ledger$/ }))
    expect(world.screen.getByRole('searchbox', { name: 'Search' })).toHaveProperty('value', 'ledger')
    const chosen = { name: /\/ ledger$/, checked: true }
    expect(await world.screen.findByRole('radio', chosen)).toBeTruthy()
    expect(world.router.state.location.search).toMatch(/^\?tab=event&search=ledger&repository=\d+$/)
  })
})

describe('removing a mirror', () => {
  it('shows what goes with it, needs the name, and is verified and announced', async () => {
    const world = await renderApp('/mirrors/healthy?tab=danger-zone', { seed: 'broken' })
    const dialog = await openRemoval(world, 'Healthy')
    const remove = dialog.getByRole('button', { name: 'Remove mirror' })
    expect(remove).toHaveProperty('disabled', true)
    expect(dialog.getByText('Type the name above to remove.')).toBeTruthy()
    expect(dialog.getByText(/Who else prefers this mirror/)).toBeTruthy()
    await world.user.type(dialog.getByRole('textbox'), 'Healthy')
    await world.user.click(remove)
    expect(await world.screen.findByText('Healthy was removed')).toBeTruthy()
    expect(await world.screen.findByRole('heading', { level: 1, name: 'Mirror servers' })).toBeTruthy()
    expect(writes(world)).toEqual(['DELETE /rest/mirroring/latest/mirrorServers/healthy'])
    await eventually(() => expect(world.screen.queryByRole('rowheader', { name: 'Healthy' })).toBeNull())
  })

  it('whose answer is lost leads to the truth with one write', async () => {
    const world = await renderApp('/mirrors/removal-lost?tab=danger-zone', { seed: 'broken' })
    const dialog = await openRemoval(world, 'Removal lost')
    await world.user.type(dialog.getByRole('textbox'), 'Removal lost')
    await world.user.click(dialog.getByRole('button', { name: 'Remove mirror' }))
    expect(await dialog.findByText('This mirror is removed now')).toBeTruthy()
    expect(await world.screen.findByText('Removal lost was removed')).toBeTruthy()
    expect(writes(world)).toHaveLength(1)
    await world.user.click(dialog.getByRole('button', { name: 'Done' }))
    expect(await world.screen.findByRole('heading', { level: 1, name: 'Mirror servers' })).toBeTruthy()
  })

  it('is refused to an ordinary user, in the dialog', async () => {
    const world = await renderApp('/mirrors/healthy?tab=danger-zone', { seed: 'broken', as: 'jcitizen' })
    const dialog = await openRemoval(world, 'Healthy')
    await world.user.type(dialog.getByRole('textbox'), 'Healthy')
    await world.user.click(dialog.getByRole('button', { name: 'Remove mirror' }))
    expect(await dialog.findByText('You are not permitted to remove mirror servers')).toBeTruthy()
  })

  it('is locked where the mirrors were first seen at another Bitbucket, until unlocked', async () => {
    localStorage.setItem(
      'mirror-console-known-mirrors',
      JSON.stringify([['healthy', 'https://bitbucket.example.com']]),
    )
    const world = await renderApp('/mirrors/healthy?tab=danger-zone', { seed: 'broken' })
    expect(await world.screen.findByRole('region', { name: 'Looks like a clone' })).toBeTruthy()
    const dialog = await openRemoval(world, 'Healthy')
    await world.user.type(dialog.getByRole('textbox'), 'Healthy')
    const remove = dialog.getByRole('button', { name: 'Remove mirror' })
    expect(remove).toHaveProperty('disabled', true)
    await world.user.click(dialog.getByRole('button', { name: 'Unlock for this session' }))
    expect(remove).toHaveProperty('disabled', false)
    localStorage.clear()
  })
})
