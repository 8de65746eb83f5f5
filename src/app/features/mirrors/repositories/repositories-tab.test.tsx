import { describe, expect, it } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { type RenderedApp, renderApp } from '#demo/testing/render-app.tsx'

/** The code and the first page take a moment. */
const SLOW = { timeout: 5000 }

const probes = ({ traffic }: RenderedApp) => traffic.filter((line) => line === 'POST /-/probe').length

const names = ({ screen }: RenderedApp) => screen.queryAllByRole('rowheader').map((cell) => cell.textContent)

const paste = async ({ screen, user }: RenderedApp, text: string) => {
  await user.click(await screen.findByRole('searchbox', { name: 'Search' }, SLOW))
  await user.paste(text)
}

/** The repositories on a mirror that is disabled, so that nothing is asked before a person says so. */
const opened = (search = '') => renderApp(`/mirrors/disabled?tab=repositories${search}`, { seed: 'broken' })

describe('the repositories of a mirror', () => {
  it.each([
    ['slug', 'metrics-api'],
    ['KEY/slug', 'DATA/metrics-api'],
    ['clone address', 'https://ci:S3CR3T@bitbucket.test/scm/data/metrics-api.git'],
    ['browse address', 'http://bitbucket.test/projects/DATA/repos/metrics-api/browse'],
  ])('are found by %s, also beyond the sample', async (_what, text) => {
    const world = await opened()
    await paste(world, text)
    await eventually(() => expect(names(world)).toEqual(['Metrics API']), SLOW)
    expect(document.documentElement.outerHTML + world.traffic.join('\n')).not.toContain('S3CR3T')
    expect(probes(world)).toBe(0)
  })

  it('show what the mirror said as soon as it said it, in the first seconds after a load too', async () => {
    const world = await renderApp('/mirrors/dead?tab=repositories', {
      seed: 'broken',
      isSecondPartThere: false,
    })
    const note = await world.screen.findByText(/^The mirror could not be asked 3 times in a row/, {}, SLOW)
    const status = world.screen.getByText(/of 25 questions asked/)
    expect(status.textContent).toMatch(/^[34] of 25 questions asked \(at most 25\)\. Paused\.$/)
    expect(note.textContent).toContain('Each row shows the reason.')
    const [first] = world.screen.getAllByRole('row', { name: /Unreachable/ })
    expect(first).toBeTruthy()
    expect(world.screen.queryByRole('button', { name: 'Start asking' })).toBeNull()
  })

  it('that a search finds are asked about at once where they are few', async () => {
    const world = await renderApp('/mirrors/healthy?tab=repositories&search=DATA/metrics-api', {
      seed: 'broken',
    })
    expect(await world.screen.findByText(/^1 of 1 questions asked/, {}, SLOW)).toBeTruthy()
    expect(probes(world)).toBe(1)
  })

  it('that are many wait for a click, since the search may be typed on', async () => {
    const world = await renderApp('/mirrors/healthy?tab=repositories&search=data', { seed: 'broken' })
    expect(await world.screen.findByText(/^0 of 6 questions asked/, {}, SLOW)).toBeTruthy()
    await world.user.click(world.screen.getByRole('button', { name: 'Start asking' }))
    expect(await world.screen.findByText(/^6 of 6 questions asked/, {}, SLOW)).toBeTruthy()
  })

  it('are said to be none only where all were read', async () => {
    const { screen } = await opened('&search=no-such-thing')
    expect(
      await screen.findByText('No repository that you can see matches "no-such-thing"', {}, SLOW),
    ).toBeTruthy()
  })
})
