import { within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { renderApp } from '#demo/testing/render-app.tsx'
import { savedFiles } from '#demo/testing/saved-files.ts'
import { mirrorIdOf } from '#upstream/seeds/make-mirror.ts'

type World = Awaited<ReturnType<typeof renderApp>>

/** Room for what is loaded and asked on a busy machine. */
const SLOW = { timeout: 20_000 }

beforeAll(async () => {
  await Promise.all([import('#app/features/coverage/coverage-page.tsx'), import('./what-if-panel.tsx')])
})
beforeEach(() => {
  localStorage.clear()
  // There is nothing to draw on here; what the pictures show is said in words as well.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})

const askAll = async ({ user, screen }: World) => {
  await user.click(await screen.findByRole('button', { name: 'Ask mirrors' }, SLOW))
  await screen.findByText(/^Done: /, {}, SLOW)
}
const open = async ({ user, screen }: World) =>
  user.click(await screen.findByText('What if a mirror were gone?', {}, SLOW))
const leaveOut = async ({ user, screen }: World, name: string) =>
  user.click(await screen.findByRole('checkbox', { name }, SLOW))
const exported = async ({ user, screen }: World) => {
  const files = savedFiles()
  await user.click(screen.getByRole('button', { name: 'Export what would be lost' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Export CSV' }, SLOW))
  await eventually(() => expect(files).toHaveLength(1))
  const text = (await files[0]?.blob.text()) ?? ''
  return text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
    .map((line) => line.replace(/,2\d{3}-\d\d-\d\d .*UTC$/, ',<time>'))
}

describe('the simulation without some mirrors', { timeout: 60_000 }, () => {
  it('lists the projects that lose their last mirror, with links, and what is not known', async () => {
    const world = await renderApp('/coverage', { seed: 'lopsided' })
    await askAll(world)
    await open(world)
    await leaveOut(world, 'Lima')
    const sentence = await world.screen.findByText(/^2 projects lose their last mirror\./, {}, SLOW)
    expect(sentence.textContent).toMatch(
      /^2 projects lose their last mirror\. Nothing could be read of 1 project\./,
    )
    const list = within(world.screen.getByRole('list', { name: 'Projects that lose their last mirror' }))
    expect(list.getByRole('link', { name: 'Lima archive' }).getAttribute('href')).toBe('/projects/5')
    await leaveOut(world, 'Oslo')
    await world.screen.findByText(/^4 projects lose their last mirror\./, {}, SLOW)
    expect(await exported(world)).toEqual([
      'Project,Repository,Without these mirrors,Now on,Asked since',
      'Oslo office,,Loses its last mirror,Oslo,<time>',
      'Lima office,,Loses its last mirror,Lima,<time>',
      'Lima archive,,Loses its last mirror,Lima,<time>',
      'Odd rows,,Nothing could be read,,',
      'Mixed rows,,Loses its last mirror,"Oslo, Lima",<time>',
    ])
    await world.user.click(world.screen.getByRole('button', { name: 'End the simulation' }))
    await eventually(() => expect(world.router.state.location.search).toBe(''))
  })

  it('says what was not asked, and has it in the file', async () => {
    const world = await renderApp(`/coverage?gone=${mirrorIdOf('lima')}`, { seed: 'lopsided' })
    expect(await world.screen.findByText('12 of 12 projects were not checked.', {}, SLOW)).toBeTruthy()
    const lines = await exported(world)
    expect(lines).toHaveLength(13)
    expect(lines[1]).toBe('Hub,,Not checked,,')
  })

  it('finds one of a hundred mirrors by its name, and keeps the chosen ones in view', async () => {
    const world = await renderApp('/coverage', { seed: 'crowded' })
    await open(world)
    const group = within(
      await world.screen.findByRole('group', { name: 'Simulate without these mirrors' }, SLOW),
    )
    expect(group.getAllByRole('checkbox')).toHaveLength(20)
    const search = world.screen.getByRole('searchbox', { name: 'Find a mirror to leave out' })
    await world.user.type(search, 'quito 84')
    await leaveOut(world, 'Quito 84')
    await world.user.clear(search)
    await eventually(() =>
      expect(group.getByRole('checkbox', { name: 'Quito 84' })).toHaveProperty('checked', true),
    )
    expect(group.getAllByRole('checkbox')).toHaveLength(21)
    await world.user.type(search, 'nowhere')
    expect(world.screen.getByText('No matches')).toBeTruthy()
    expect(await world.screen.findByText(/^2,000 of 2,000 projects were not checked\./)).toBeTruthy()
  })

  it('lists repositories of open projects, where they were asked about by themselves', async () => {
    const world = await renderApp(`/coverage?gone=${mirrorIdOf('lima')}`, { seed: 'lopsided' })
    const row = await world.screen.findByRole('row', { name: /Lima office/ }, SLOW)
    world.screen.getByRole('treegrid').focus()
    await world.user.keyboard('jjj{Enter}')
    await eventually(() => expect(row.getAttribute('aria-expanded')).toBe('true'))
    await world.screen.findByRole('row', { name: /lima-2/ }, SLOW)
    // The simulation leaves Lima out of the questions too.
    await world.user.click(world.screen.getByRole('button', { name: 'End the simulation' }))
    await askAll(world)
    await leaveOut(world, 'Lima')
    const list = within(
      await world.screen.findByRole('list', { name: 'Repositories that lose their last mirror' }, SLOW),
    )
    expect(list.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['lima-1', 'lima-2'])
  })
})
