import { within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import type { SeedName } from '#upstream/seed-names.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

/** The first dialog of a file also loads its code. */
const SLOW = { timeout: 10_000 }

const opened = async (seed: SeedName = 'calm') => {
  const world = await renderApp('/upstream', { seed, as: 'jcitizen' })
  await world.screen.findByRole('link', { name: 'Requests' }, SLOW)
  await world.user.keyboard('{Control>}k{/Control}')
  const field = await world.screen.findByRole<HTMLInputElement>('combobox', { name: 'Command' }, SLOW)
  const options = () =>
    within(world.screen.getByRole('listbox', { name: 'Commands' }))
      .queryAllByRole('option')
      .map(({ textContent }) => textContent)
  return { ...world, field, options }
}

describe('the command palette', { timeout: 30_000 }, () => {
  it.each([
    ['a slug', 'atlas-cli-60001'],
    ['KEY/slug', 'P1201/atlas-cli-60001'],
    ['a clone address', 'https://ci:S3CR3T@bitbucket.test/scm/p1201/atlas-cli-60001.git'],
    ['a browse address', 'http://bitbucket.test/projects/P1201/repos/atlas-cli-60001/commits'],
  ])('finds a repository among 100,000 by %s', async (_what, text) => {
    const world = await opened('crowded')
    await world.user.paste(text)
    await eventually(() => expect(world.options()).toContain('Atlas cli 60001 · P1201'), SLOW)
    expect(document.documentElement.outerHTML + world.traffic.join('\n')).not.toContain('S3CR3T')
    expect(world.field.value).not.toContain('S3CR3T')
  })

  it('opens what a pasted address leads to by Enter, also before it was found', async () => {
    const world = await opened('crowded')
    await world.user.paste('ssh://git@bitbucket.test:7999/p1201/atlas-cli-60001.git')
    await world.user.keyboard('{Enter}')
    expect(await world.screen.findByRole('heading', { level: 1, name: 'Atlas cli 60001' }, SLOW)).toBeTruthy()
    expect(world.screen.queryByRole('dialog')).toBeNull()
  })

  it('leads to the search of all repositories where not all were looked through', async () => {
    const world = await opened('crowded')
    await world.user.type(world.field, 'no-such-thing')
    await world.user.click(
      await world.screen.findByRole('option', { name: 'Search all repositories for “no-such-thing”' }, SLOW),
    )
    await eventually(() => expect(world.router.state.location.search).toBe('?search=no-such-thing'))
  })

  it('says "no matches" where all were', async () => {
    const world = await opened()
    await world.user.type(world.field, 'no-such-thing')
    expect(await world.screen.findByText('No matches', {}, SLOW)).toBeTruthy()
  })

  it('says that an address is on another host', async () => {
    const world = await opened()
    await world.user.paste('https://git.other.example/scm/pay/ledger.git')
    expect(await world.screen.findByText('The address is on another host', {}, SLOW)).toBeTruthy()
    expect(world.options()).toEqual(['ledger · PAY'])
  })

  it('finds a mirror by its address, and keeps no secret of it', async () => {
    const world = await opened()
    await world.user.paste('http://ci:S3CR3T@dublin.mirrors.test/')
    await eventually(() => expect(world.options().join()).toMatch(/^Dublin/), SLOW)
    expect(world.field.value).toBe('http://dublin.mirrors.test/')
  })
})
