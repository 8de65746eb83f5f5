import { within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { upstreamRefusal } from '#demo/testing/upstream-answer.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

const JSON_TYPE = { 'content-type': 'application/json' }

describe('the list of repositories', () => {
  it('shows name, project, branch and hashes, and leads to each repository', async () => {
    const { screen, user, router } = await renderApp('/repositories')
    const rows = within(await screen.findByRole('table', { name: 'Repositories' }))
    const ledger = await rows.findByRole('row', { name: /^ledger/ })
    expect(
      within(ledger)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['PAY · Payments', 'main', expect.stringMatching(/^[0-9a-f]{12}$/), 'Not asked', 'Private'])
    expect(screen.getByText('30 repositories loaded.')).toBeTruthy()
    await user.click(rows.getByRole('link', { name: 'ledger' }))
    await expect.poll(() => router.state.location.pathname).toBe('/repositories/11')
  })

  it('comes from the search for those who may not list, and asks for the list once', async () => {
    const { screen, traffic, router } = await renderApp('/repositories', { as: 'jcitizen' })
    expect(await screen.findByText('24 repositories loaded.')).toBeTruthy()
    expect(screen.getByText(/^Your account may not list hashes/)).toBeTruthy()
    await router.navigate('/mirrors')
    await router.navigate('/repositories')
    await screen.findByText('24 repositories loaded.')
    expect(traffic.filter((line) => line.includes('/rest/mirroring/latest/repos?'))).toHaveLength(1)
  })

  it('asks the mirrors about the rows in view on request, and says how many serve each as its page does', async () => {
    const world = await renderApp('/repositories?search=ledger')
    const { screen, user, router, traffic } = world
    const textOf = async () => (await screen.findByRole('row', { name: /^ledger/ })).textContent
    expect(await textOf()).toContain('Not asked')
    const probes = () => traffic.filter((line) => line === 'POST /-/probe')
    expect(probes()).toEqual([])
    await user.click(await screen.findByRole('button', { name: 'Ask mirrors about rows in view' }))
    await eventually(async () => expect(await textOf()).toContain('4 of 4'))
    expect(probes()).toHaveLength(4)
    await user.click(screen.getByRole('link', { name: 'ledger' }))
    expect(await screen.findByText('Served by 4 of 4 mirrors')).toBeTruthy()
    await router.navigate('/repositories?search=ledger')
    expect(await textOf()).toMatch(/4 of 4(?:just now|\d+ seconds? ago)/)
  })

  it('does not count a mirror that cannot serve now, whatever it said before', async () => {
    const realNow = Date.now
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => realNow())
    const world = await renderApp('/repositories?search=ledger')
    const { screen, user, bitbucket } = world
    await user.click(await screen.findByRole('button', { name: 'Ask mirrors about rows in view' }))
    expect(await screen.findByText('4 of 4')).toBeTruthy()
    // Answers of a moment ago are shared by all who ask.
    clock.mockImplementation(() => realNow() + 20_000)
    vi.spyOn(bitbucket, 'fetchMirror').mockImplementation(() => Promise.resolve(upstreamRefusal(500)))
    await world.router.navigate('/mirrors')
    await user.click(await screen.findByRole('button', { name: 'Check all now' }))
    expect(await screen.findAllByText('Failing (500)')).toHaveLength(4)
    await world.router.navigate('/repositories?search=ledger')
    expect(await screen.findByText('0 of 4')).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'ledger' }))
    expect(await screen.findByText('Served by 0 of 4 mirrors')).toBeTruthy()
    expect(screen.getAllByText('Failing (500)')).toHaveLength(4)
  })

  it('is limited to one project by the address', async () => {
    const { screen, user, router } = await renderApp('/repositories?project=MOB')
    expect(await screen.findByText('6 repositories loaded.')).toBeTruthy()
    await user.clear(screen.getByRole('textbox', { name: 'Project key' }))
    await user.type(screen.getByRole('textbox', { name: 'Project key' }), 'DATA{Enter}')
    expect(await screen.findByRole('link', { name: 'event-lake' })).toBeTruthy()
    expect(router.state.location.search).toBe('?project=DATA')
    await user.click(screen.getByRole('button', { name: 'Clear project key' }))
    expect(await screen.findByText('30 repositories loaded.')).toBeTruthy()
  })

  it('says what is not as usual about a repository', async () => {
    const { screen } = await renderApp('/repositories')
    expect(await screen.findByRole('rowheader', { name: /^invoice-pdf.*Archived$/ })).toBeTruthy()
    expect(screen.getByRole('rowheader', { name: /^crash-reports.*Offline$/ })).toBeTruthy()
  })

  it('is searched here once it was read to its end, and keeps its hashes', async () => {
    const { screen, user, traffic } = await renderApp('/repositories')
    await screen.findByRole('link', { name: 'ledger' })
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'APP')
    expect(await screen.findByText('2 of 30 loaded repositories shown.')).toBeTruthy()
    expect(screen.getAllByText(/^[0-9a-f]{12}$/)).toHaveLength(2)
    await user.type(screen.getByRole('textbox', { name: 'Project key' }), 'pay{Enter}')
    expect(await screen.findByText('No repository matches "APP"')).toBeTruthy()
    expect(screen.getByText('Only project pay was searched.')).toBeTruthy()
    expect(traffic.filter((line) => line.includes('/rest/api/'))).toEqual([])
  })

  it('is sorted by the address', async () => {
    const { screen } = await renderApp('/repositories?sort=name.desc')
    await screen.findByRole('link', { name: 'ledger' })
    expect(
      screen
        .getAllByRole('rowheader')
        .slice(0, 2)
        .map((cell) => cell.textContent),
    ).toEqual(['warehouse-models', 'threat-models'])
  })

  it('says when nothing matches, and how to go on', async () => {
    const { screen, user, router } = await renderApp('/repositories?search=nothing-like-it')
    expect(await screen.findByText('No repository matches "nothing-like-it"')).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'Clear the search' }))
    expect(await screen.findByRole('link', { name: 'ledger' })).toBeTruthy()
    expect(router.state.location.search).toBe('')
  })

  it('says when the account sees none', async () => {
    const { screen } = await renderApp('/repositories', { as: 'guest' })
    expect(await screen.findByText('This account can see no repository.')).toBeTruthy()
  })

  it('shows an error below its heading, with a way to try again', async () => {
    const world = await renderApp('/')
    const { screen, user, bitbucket, router } = world
    const refusing = vi
      .spyOn(bitbucket, 'fetch')
      .mockImplementation(() => Promise.resolve(upstreamRefusal(500, JSON_TYPE)))
    await router.navigate('/repositories')
    expect(await screen.findByText('Something went wrong')).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1, name: 'Repositories' })).toBeTruthy()
    refusing.mockRestore()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('link', { name: 'ledger' })).toBeTruthy()
  })

  it('says who may not see it, without a way to try again', async () => {
    const { screen, bitbucket, router } = await renderApp('/')
    vi.spyOn(bitbucket, 'fetch').mockImplementation(() => Promise.resolve(upstreamRefusal(401, JSON_TYPE)))
    await router.navigate('/repositories')
    expect(await screen.findByText('You are not permitted to see repositories')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  })

  it('shows hostile names as text and bad rows as unreadable', async () => {
    const { screen } = await renderApp('/repositories', { seed: 'hostile' })
    expect(await screen.findAllByText('<script>globalThis.polluted = true', { exact: false })).not.toEqual([])
    expect(await screen.findByRole('list', { name: 'Unreadable entries' })).toBeTruthy()
    expect(document.querySelector('main script')).toBeNull()
  })
})
