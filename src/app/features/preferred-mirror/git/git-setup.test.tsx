import { within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

/** The first page of a file also loads its code. */
const SLOW = { timeout: 5000 }

const commands = (world: Awaited<ReturnType<typeof renderApp>>, title: string) =>
  world.screen.findByRole('region', { name: title }, SLOW)

describe('the set-up of git', { timeout: 20_000 }, () => {
  it('is made for a repository that is searched and chosen, both in the URL', async () => {
    const world = await renderApp('/preferred-mirror', { as: 'jcitizen' })
    await world.screen.findByRole('link', { name: 'Dublin' }, SLOW)
    await world.user.type(world.screen.getByRole('searchbox', { name: 'Search' }), 'ledger')
    const group = within(await world.screen.findByRole('radiogroup', { name: 'Repository' }))
    await eventually(() => expect(group.getAllByRole('radio')).toHaveLength(1))
    await world.user.click(group.getByRole('radio', { name: 'PAY / ledger' }))
    const clone = await commands(world, 'Clone from the mirror')
    expect(clone.textContent).toContain(
      "git clone --config 'remote.origin.pushurl=http://bitbucket.test/scm/pay/ledger.git' 'http://dublin.mirrors.test/scm/pay/ledger.git'",
    )
    expect(world.router.state.location.search).toBe('?search=ledger&repository=11')
  })

  it('is linkable, and follows protocol and mirror', async () => {
    const world = await renderApp('/preferred-mirror?repository=11', { as: 'jcitizen' })
    await commands(world, 'Change an existing clone')
    await world.user.selectOptions(world.screen.getByRole('combobox', { name: 'Protocol' }), 'SSH')
    expect((await commands(world, 'Change an existing clone')).textContent).toContain('ssh://git@dublin')
    await world.user.selectOptions(world.screen.getByRole('combobox', { name: 'Mirror' }), 'Mumbai')
    await world.screen.findAllByText(/ssh:\/\/git@mumbai/, {}, SLOW)
    expect((await commands(world, 'Undo in a clone')).textContent).toContain('--unset-all')
  })

  it('says beside the commands for a whole machine that coverage is not known', async () => {
    const world = await renderApp('/preferred-mirror?repository=11', { as: 'jcitizen' })
    await commands(world, 'Clone from the mirror')
    await world.user.click(world.screen.getByText('Whole machine'))
    expect(world.screen.getByText(/serves every repository/)).toBeTruthy()
    expect((await commands(world, 'Undo on this machine')).textContent).toContain(
      "git config --global --unset-all 'url.http://dublin.mirrors.test/scm/.insteadOf'",
    )
  })

  it('is not made of a mirror that lacks the repository', async () => {
    const world = await renderApp('/preferred-mirror?repository=31')
    await world.user.selectOptions(
      await world.screen.findByRole('combobox', { name: 'Mirror' }, SLOW),
      'Build farm',
    )
    expect(await world.screen.findByText('Not mirrored')).toBeTruthy()
    expect(world.screen.queryByRole('region', { name: 'Clone from the mirror' })).toBeNull()
  })

  it('is not made of an id that cannot be one', async () => {
    const world = await renderApp('/preferred-mirror?repository=..%2Fx')
    expect(await world.screen.findByText('Bitbucket does not know this', {}, SLOW)).toBeTruthy()
  })
})
