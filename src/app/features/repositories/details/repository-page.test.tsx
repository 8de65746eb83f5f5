import { within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

/** The hostile seed sends rows of a million characters, which takes a busy machine longer than the usual second. */
const PATIENT = { timeout: 25_000 }

type World = Awaited<ReturnType<typeof renderApp>>

const rowsOf = async ({ screen }: World) =>
  (await screen.findAllByRole('heading', { level: 3 })).map(
    (heading) => heading.closest('li') ?? document.body,
  )

const rowOf = async ({ screen }: World, mirror: string) =>
  within((await screen.findByRole('heading', { level: 3, name: mirror })).closest('li') ?? document.body)

const asAdmin = (method: string, path: string) =>
  new Request(`http://bitbucket.test/rest/mirroring/latest/${path}`, {
    method,
    headers: { authorization: `Basic ${btoa('admin:admin')}`, 'x-atlassian-token': 'no-check' },
  })

/** A bad night, without the mirror whose endless answer only a real socket can cut. */
const badNight = async (path: string) => {
  const world = await renderApp('/mirrors', { seed: 'broken' })
  await world.bitbucket.fetch(asAdmin('DELETE', 'mirrorServers/huge'))
  await world.router.navigate(path)
  return world
}

const questions = ({ traffic }: World) => traffic.filter((line) => line === 'POST /-/probe').length

describe('the availability of a repository', () => {
  it('is shown for every mirror, the preferred one first', async () => {
    const world = await renderApp('/repositories/41', { as: 'jcitizen' })
    const rows = await rowsOf(world)
    expect(rows.map((row) => within(row).getByRole('heading').textContent)).toEqual([
      'Dublin',
      'Build farm',
      'Mumbai',
      'Virginia',
    ])
    const dublin = await rowOf(world, 'Dublin')
    expect(dublin.getByText('Your preferred mirror')).toBeTruthy()
    expect(await dublin.findByText('Available')).toBeTruthy()
    expect(await (await rowOf(world, 'Build farm')).findByText('Not mirrored')).toBeTruthy()
    expect(await world.screen.findByText('Served by 3 of 4 mirrors')).toBeTruthy()
  })

  it('offers the clone addresses to copy, and says so when it is done', async () => {
    const world = await renderApp('/repositories/11')
    const button = await world.screen.findByRole('button', { name: 'Copy http clone address of Dublin' })
    await world.user.click(button)
    expect(await world.screen.findByText('Copied http clone address of Dublin')).toBeTruthy()
    expect(await navigator.clipboard.readText()).toMatch(
      /^http:\/\/dublin\.mirrors\.test\/scm\/pay\/ledger\.git$/,
    )
    expect(world.screen.getByRole('button', { name: 'Copy ssh clone address of Dublin' })).toBeTruthy()
  })

  it('is asked again for one mirror or for all', async () => {
    const world = await renderApp('/repositories/11')
    await world.screen.findByText('Served by 4 of 4 mirrors')
    expect(questions(world)).toBe(4)
    await world.user.click(world.screen.getByRole('button', { name: 'Ask Mumbai again' }))
    await expect.poll(() => questions(world)).toBe(5)
    await world.screen.findByText('Served by 4 of 4 mirrors')
    await world.user.click(world.screen.getByRole('button', { name: 'Ask all again' }))
    await expect.poll(() => questions(world)).toBe(9)
  })

  it('of a mirror that hangs delays no other, and says that it is still waited for', async () => {
    const world = await badNight('/repositories/11')
    expect(await (await rowOf(world, 'Healthy')).findByText('Available')).toBeTruthy()
    expect(
      await (await rowOf(world, 'Error available')).findByText('Available but failing to update'),
    ).toBeTruthy()
    expect((await rowOf(world, 'Hangs')).getByText('Asking…')).toBeTruthy()
    const refused = await rowOf(world, 'Refused')
    await expect.poll(() => refused.getAllByText('Refused').length).toBe(2)
    expect(await (await rowOf(world, 'Wrong content')).findByText('Unreadable answer')).toBeTruthy()
  })

  it.each([
    ['a lapsed licence', 409, 'mirroring.MirroringNotAvailableException'],
    ['a repository that was deleted', 404, 'com.atlassian.bitbucket.repository.NoSuchRepositoryException'],
    ['a permission that was withdrawn', 403, 'com.atlassian.bitbucket.AuthorisationException'],
    ['an upgrade', 503, null],
  ])('is told again by itself when %s is over', async (_what, status, exceptionName) => {
    const world = await renderApp('/mirrors')
    const { bitbucket, screen, user, router } = world
    const { fetch } = bitbucket
    const refusing = vi
      .spyOn(bitbucket, 'fetch')
      .mockImplementation((request) =>
        request.url.includes('preAuthorized')
          ? Promise.resolve(
              Response.json({ errors: [{ context: null, message: 'No', exceptionName }] }, { status }),
            )
          : fetch(request),
      )
    await router.navigate('/repositories/11')
    await expect.poll(() => screen.queryAllByText('Unknown').length, PATIENT).toBe(4)
    expect(screen.getByText('No mirror was asked')).toBeTruthy()
    refusing.mockImplementation(fetch)
    await user.click(screen.getByRole('button', { name: 'Refresh' }))
    await expect.poll(() => screen.queryAllByText('Unknown'), PATIENT).toEqual([])
    expect(await screen.findByText(/^Served by 4 of 4 mirrors$/)).toBeTruthy()
  })

  it('of a disabled mirror is asked only on request', async () => {
    const world = await badNight('/repositories/11')
    const row = await rowOf(world, 'Disabled')
    expect(row.getAllByText('Disabled')).toHaveLength(2)
    await world.user.click(row.getByRole('button', { name: 'Ask Disabled' }))
    expect(await row.findByText('Available')).toBeTruthy()
  })

  it('names a clock that differs', async () => {
    const world = await badNight('/repositories/11')
    expect(await (await rowOf(world, 'Clock differs')).findByText('clock 7 minutes ahead')).toBeTruthy()
  })

  it('shows addresses that run commands, and never offers them', async () => {
    const world = await renderApp('/repositories/1?search=virginia', { seed: 'hostile' })
    const refusals = await world.screen.findAllByText('Not offered for copying', { exact: false }, PATIENT)
    expect(refusals.map((refusal) => refusal.textContent)).toContain(
      'Not offered for copying: git would run a command for it.',
    )
    expect(document.querySelectorAll('main a[href^="javascript"]')).toHaveLength(0)
  })

  it('whose question fails on the way is unknown, never "Not mirrored"', async () => {
    const world = await renderApp('/repositories/11')
    await world.screen.findByText('Served by 4 of 4 mirrors')
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')))
    await world.user.click(world.screen.getByRole('button', { name: 'Ask Mumbai again' }))
    const row = await rowOf(world, 'Mumbai')
    expect(await row.findByText('The console cannot reach its server.', { exact: false })).toBeTruthy()
    expect(row.getByText('Available')).toBeTruthy()
  })
})

describe('the page of a repository', () => {
  it('shows the facts with short hashes', async () => {
    const { screen } = await renderApp('/repositories/11')
    expect(await screen.findByRole('heading', { level: 1, name: 'ledger' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Copy content hash' })).toBeTruthy()
    expect(screen.getByText('main')).toBeTruthy()
  })

  it('shows zeros as not calculated yet', async () => {
    const { screen } = await renderApp('/repositories/44')
    await screen.findByRole('heading', { level: 1, name: 'notebook-kit' })
    expect(screen.getAllByText('not calculated yet')).toHaveLength(2)
  })

  it.each([
    ['999999', 'There is no repository with this id', false],
    ['a%20b', 'There is no repository with this id', false],
    ['not-permitted', 'You are not permitted to see this repository', false],
    ['no-licence', 'Mirroring is not available: this Bitbucket has no Data Center licence', true],
    ['wrong-shape', 'The answer could not be read', true],
  ])('says once why there is none: %s', async (id, title, canRetry) => {
    const { screen } = await renderApp(`/repositories/${id}`)
    // The repository and its mirrors are read at once: whichever answer comes first, both end in one panel.
    await eventually(() => {
      expect(screen.getAllByText(title)).toHaveLength(1)
      expect(screen.getByRole('link', { name: 'Go to repositories' })).toBeTruthy()
      expect(screen.queryAllByRole('button', { name: 'Try again' })).toHaveLength(canRetry ? 1 : 0)
    })
    expect(screen.getByRole('heading', { level: 1 })).toBeTruthy()
  })

  it('sends nothing for an id that cannot be used in an address', async () => {
    const { screen, traffic } = await renderApp('/repositories/a%20b')
    await screen.findByText('There is no repository with this id')
    expect(traffic.filter((line) => line.includes('/repos/'))).toEqual([])
  })

  it('says that a Bitbucket without mirrors has none', async () => {
    const world = await renderApp('/mirrors')
    const mirrors: { values: { id: string }[] } = await (
      await world.bitbucket.fetch(asAdmin('GET', 'mirrorServers'))
    ).json()
    await Promise.all(
      mirrors.values.map(({ id }) => world.bitbucket.fetch(asAdmin('DELETE', `mirrorServers/${id}`))),
    )
    await world.router.navigate('/repositories/11')
    expect(await world.screen.findByText('This Bitbucket has no mirrors.')).toBeTruthy()
  })
})

describe('the availability of a repository on a hundred mirrors', () => {
  it('is grouped by answer, with few rows, a search and an order that stand in the address', async () => {
    const world = await renderApp('/repositories/1', { seed: 'crowded' })
    const { screen, user } = world
    await screen.findByText(/^Served by \d+ of 100 mirrors/, {}, { timeout: 30_000 })
    expect(screen.getByText(/^Available: \d+$/)).toBeTruthy()
    expect(screen.getAllByRole('heading', { level: 3 }).length).toBeLessThanOrEqual(6)
    await user.selectOptions(screen.getByRole('combobox', { name: 'Order of mirrors' }), 'Worst first')
    await expect.poll(() => world.router.state.location.search).toBe('?order=worst')
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'Oslo 1')
    await expect.poll(() => world.router.state.location.search).toContain('search=Oslo')
    await expect
      .poll(() =>
        screen
          .getAllByRole('heading', { level: 3 })
          .every(({ textContent }) => /Oslo 1/.test(textContent ?? '')),
      )
      .toBe(true)
  })
})
