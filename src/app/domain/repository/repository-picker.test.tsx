import { describe, expect, it } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { type RenderedApp, renderApp } from '#demo/testing/render-app.tsx'

/** The code and the first page take a moment. */
const SLOW = { timeout: 5000 }

const paste = async ({ screen, user }: RenderedApp, text: string) => {
  await user.click(await screen.findByRole('searchbox', { name: 'Search' }, SLOW))
  await user.paste(text)
}

/** The repositories that can be chosen. */
const offered = ({ screen }: RenderedApp) =>
  [...screen.getByRole('radiogroup', { name: 'Repository' }).querySelectorAll('label')].map(
    ({ textContent }) => textContent,
  )

describe('choosing a repository', () => {
  it.each([
    ['a name', 'Design tokens'],
    ['a slug', 'design-tokens'],
    ['KEY/slug', 'mob/design-tokens'],
    ['a clone address', 'https://ci:S3CR3T@bitbucket.test/scm/mob/design-tokens.git'],
    ['a browse address', 'http://bitbucket.test/projects/MOB/repos/design-tokens/pull-requests/7'],
  ])('by %s offers that one', async (_what, text) => {
    const world = await renderApp('/preferred-mirror')
    await paste(world, text)
    await eventually(() => expect(offered(world)).toEqual(['MOB / Design tokens']), SLOW)
    expect(document.documentElement.outerHTML + world.traffic.join('\n')).not.toContain('S3CR3T')
  })

  it('by an address and Enter takes it, and sends no form around it', async () => {
    const world = await renderApp('/mirrors', { as: 'admin' })
    await world.user.click(await world.screen.findByRole('link', { name: 'Dublin' }, SLOW))
    await world.user.click(await world.screen.findByRole('link', { name: 'Event' }, SLOW))
    await paste(world, 'ssh://git@bitbucket.test:7999/mob/design-tokens.git')
    await world.user.keyboard('{Enter}')
    await eventually(
      () =>
        expect(world.screen.getByRole('radio', { name: 'MOB / Design tokens' })).toHaveProperty(
          'checked',
          true,
        ),
      SLOW,
    )
    expect(world.traffic.filter((line) => line.startsWith('POST /rest/'))).toEqual([])
  })

  it('says that an address is on another host, and that nothing matches', async () => {
    const world = await renderApp('/preferred-mirror')
    await paste(world, 'https://git.other.example/scm/mob/nothing.git')
    expect(await world.screen.findByText('No repository that you can see matches.', {}, SLOW)).toBeTruthy()
    expect(world.screen.getByText('The address is on another host')).toBeTruthy()
  })

  it('among 100,000 says that nothing matches only when all were read', async () => {
    const world = await renderApp('/preferred-mirror?search=no-such-thing', { seed: 'crowded' })
    expect(await world.screen.findByText(/^0 of at least [\d,]+ repositories shown/, {}, SLOW)).toBeTruthy()
    expect(world.screen.queryByText('No repository that you can see matches.')).toBeNull()
  })
})
