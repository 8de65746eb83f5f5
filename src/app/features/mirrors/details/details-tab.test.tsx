import { within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'
import { behindStore } from '#gateway/testing/behind-store.ts'
import { watchedStore } from '#gateway/testing/watched-store.ts'

beforeAll(async () => {
  await Promise.all([
    import('./mirror-page.tsx'),
    import('./details-tab.tsx'),
    import('#app/domain/history/day-in-words.tsx'),
    import('#app/domain/history/behind-now.tsx'),
  ])
})

type World = Awaited<ReturnType<typeof renderApp>>

const open = async (id: string, more: Parameters<typeof renderApp>[1] = {}) =>
  renderApp(`/mirrors/${id}`, { seed: 'broken', ...more })

const factOf = async ({ screen }: World, name: string) => (await screen.findByText(name)).parentElement

describe('the details of a mirror', () => {
  it('show both witnesses beside the verdict, each with its age', async () => {
    const { screen } = await open('healthy')
    const health = within(await screen.findByRole('region', { name: 'Health' }))
    expect(await health.findByText('Healthy')).toBeTruthy()
    const record = health.getByText('Bitbucket’s record').parentElement
    expect(record?.textContent).toMatch(/saw it .+ \(.+ UTC\).*lists it as enabled.*read .+$/)
    const answer = health.getByText('The mirror’s own answer').parentElement
    expect(answer?.textContent).toMatch(/SYNCHRONIZED, \d+ of \d+ repositories copied.*asked /)
  })

  it('tell what a mirror that is down said, and not what it would have said', async () => {
    const world = await open('dead')
    const health = within(await world.screen.findByRole('region', { name: 'Health' }))
    expect(await health.findByText('Not reachable')).toBeTruthy()
    const answer = health.getByText('The mirror’s own answer').parentElement
    expect(answer?.textContent).toMatch(/Unreachable.*asked /)
    expect((await factOf(world, 'Response time'))?.textContent).toContain('not known: it gave no answer')
  })

  it('say why something is not known where nobody watches', async () => {
    const world = await open('healthy')
    expect((await factOf(world, 'Behind Bitbucket'))?.textContent).toContain('does not watch')
    expect((await factOf(world, 'Last 24 hours'))?.textContent).toContain('does not watch')
    expect((await factOf(world, 'Certificate'))?.textContent).toContain('not known: the address is not https')
    expect((await factOf(world, 'Serves'))?.textContent).toContain('not known: this browser has not asked it')
  })

  it('have the last 24 hours and the lag where the watch knows them', async () => {
    const now = Math.floor(Date.now() / 1000) * 1000
    const spans = [{ from: now - 3_600_000, to: now, verdict: 'healthy' as const }]
    const { screen } = await open('healthy', { watched: await watchedStore({ healthy: spans }) })
    expect(
      await screen.findByRole('img', { name: 'Healthy for 1 hour, not watched for 23 hours' }),
    ).toBeTruthy()
    expect(screen.getByRole('link', { name: 'See its history' }).getAttribute('href')).toBe(
      '/mirrors/healthy?tab=history',
    )
  })

  it('mark a mirror that falls behind', async () => {
    const world = await open('healthy', { watched: await behindStore({ healthy: 12 * 60_000 }) })
    expect((await factOf(world, 'Behind Bitbucket'))?.textContent).toContain('Behind')
    expect(await world.screen.findByText('12 minutes')).toBeTruthy()
  })

  it('warn of a certificate that ends soon without a change of the verdict', async () => {
    const world = await renderApp('/diagnostics', { seed: 'broken' })
    await world.bitbucket.fetch(
      new Request('http://bitbucket.test/rest/mirroring/latest/mirrorServers/healthy', {
        method: 'PUT',
        headers: { authorization: 'Bearer admin-token', 'content-type': 'application/json' },
        body: JSON.stringify({ baseUrl: 'https://healthy.mirrors.test', productVersion: '8.16.2' }),
      }),
    )
    await world.router.navigate('/mirrors/healthy')
    expect(await world.screen.findByText('Ends in 5 days: renew it now')).toBeTruthy()
    const health = within(world.screen.getByRole('region', { name: 'Health' }))
    expect(await health.findByText('Healthy')).toBeTruthy()
  })

  it('name the others with the same version, and say how many are not named', async () => {
    const world = await open('healthy')
    const related = await factOf(world, 'Others with this version')
    expect(related?.textContent).toMatch(/and \d+ more$/)
  })
})
