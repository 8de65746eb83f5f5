import { within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

type World = Awaited<ReturnType<typeof renderApp>>

/** Room for what is loaded and asked on a busy machine. */
const SLOW = { timeout: 20_000 }

const probesOf = ({ traffic }: World): number => traffic.filter((line) => line === 'POST /-/probe').length

const askAll = async (world: World) => {
  await world.user.click(await world.screen.findByRole('button', { name: 'Ask mirrors' }, SLOW))
  await world.screen.findByText(/^Done: 20 questions asked/, {}, SLOW)
  return within(world.screen.getByRole('treegrid', { name: 'Coverage' }))
}

// The answers outlive the page on purpose; each test begins without any.
beforeEach(() => {
  localStorage.clear()
  // There is nothing to draw on here; what the pictures show is said in words as well.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})

describe('the page of coverage', { timeout: 60_000 }, () => {
  it('asks no mirror before the click, then each mirror about one repository of each project', async () => {
    const world = await renderApp('/coverage')
    const row = await world.screen.findByRole('row', { name: /Payments/ }, SLOW)
    expect(row.textContent).toContain('Not known yet')
    expect(probesOf(world)).toBe(0)
    const grid = await askAll(world)
    expect(probesOf(world)).toBe(20)
    expect(grid.getByRole('row', { name: /Payments/ }).textContent).toContain('4 mirrors')
  })

  it('tells which mirrors cannot serve, and that none was asked about a repository, without one denying the other', async () => {
    const world = await renderApp('/coverage', { seed: 'broken' })
    const sentence = await world.screen.findByText(
      /cannot serve now, whatever they answered before: /,
      {},
      SLOW,
    )
    expect(sentence.textContent).toMatch(/^\d+ of 28 mirrors .* \(.+\)/)
    expect(
      world.screen.getByText('No mirror was asked about a repository yet. Nothing is asked until you start.'),
    ).toBeTruthy()
  })

  it('keeps its answers when the page is left, and asks nothing twice', async () => {
    const world = await renderApp('/coverage')
    await askAll(world)
    await world.router.navigate('/mirrors')
    await world.screen.findByRole('row', { name: /Dublin/ }, SLOW)
    await world.router.navigate('/coverage')
    const row = await world.screen.findByRole('row', { name: /Payments/ }, SLOW)
    expect(row.textContent).toContain('4 mirrors')
    expect(probesOf(world)).toBe(20)
    expect(world.screen.getByRole('button', { name: 'Ask mirrors' })).toHaveProperty('disabled', true)
  })

  it('opens all projects, and then asks about the rest of their repositories', async () => {
    const world = await renderApp('/coverage')
    await askAll(world)
    await world.user.click(world.screen.getByRole('button', { name: 'Open all projects' }))
    const grid = world.screen.getByRole('treegrid', { name: 'Coverage' })
    expect(grid.getAttribute('aria-rowcount')).toBe('36')
    await world.user.click(world.screen.getByRole('button', { name: 'Ask mirrors' }))
    await world.screen.findByText(/^Done: 100 questions asked/, {}, SLOW)
    expect(probesOf(world)).toBe(120)
  })

  it('says in words what stands in the cell of the keyboard, and how old it is', async () => {
    const world = await renderApp('/coverage')
    const grid = await askAll(world)
    world.screen.getByRole('treegrid').focus()
    await world.user.keyboard('{ArrowRight}j')
    expect(grid.getByRole('gridcell', { name: 'Dublin: Available' })).toBeTruthy()
    expect(await world.screen.findByText(/^based on one of its repositories, asked/)).toBeTruthy()
    await world.user.keyboard('{ArrowLeft}{Enter}')
    await eventually(() =>
      expect(world.screen.getByRole('treegrid').getAttribute('aria-rowcount')).toBe('12'),
    )
  })

  it.each([
    ['jcitizen', 'Payments'],
    ['guest', 'permitted'],
  ] as const)('shows %s what the account may see', async (as, words) => {
    const { screen } = await renderApp('/coverage', { as })
    await eventually(() => expect(screen.getByRole('main').textContent).toContain(words), SLOW)
  })

  it.each([
    ['calm', false],
    ['hostile', true],
  ] as const)('says with the mirrors of %s whether some may be missing (%s)', async (seed, isSaid) => {
    const { screen } = await renderApp('/coverage', { seed })
    await screen.findByRole('treegrid', { name: 'Coverage' }, SLOW)
    const words = 'The list of mirrors could not be read as a whole.'
    await eventually(() => expect(screen.getByRole('main').textContent.includes(words)).toBe(isSaid), SLOW)
  })
})
