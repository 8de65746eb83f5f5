import { within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { lastVisit } from '#app/domain/fleet/last-visit.ts'
import { renderApp } from '#demo/testing/render-app.tsx'
import { behindStore } from '#gateway/testing/behind-store.ts'
import { watchedStore } from '#gateway/testing/watched-store.ts'

beforeAll(async () => {
  await import('./overview-page.tsx')
  await import('./watched-parts.ts')
})
afterEach(() => localStorage.clear())

/** Some mirrors take their time until they count as timed out. */
const LONG = { timeout: 15_000 }

const MINUTE = 60_000

/** "Dead" has been away for 40 minutes; "Healthy" was away and came back. */
const seenSoFar = () => {
  const now = Math.floor(Date.now() / 1000) * 1000
  return watchedStore({
    dead: [
      { from: now - 100 * MINUTE, to: now - 40 * MINUTE, verdict: 'healthy' },
      { from: now - 40 * MINUTE, to: now, verdict: 'unreachable' },
    ],
    healthy: [
      { from: now - 100 * MINUTE, to: now - 90 * MINUTE, verdict: 'healthy' },
      { from: now - 90 * MINUTE, to: now - 80 * MINUTE, verdict: 'failing' },
      { from: now - 80 * MINUTE, to: now, verdict: 'healthy' },
    ],
  })
}

describe('the overview of a fleet that is watched', () => {
  it('says since when something is wrong, as the watch saw it, and not since this page asked', async () => {
    const { screen } = await renderApp('/', { seed: 'broken', watched: await seenSoFar() })
    const incidents = within(await screen.findByRole('region', { name: 'Incidents' }))
    const rowOf = (name: string) => incidents.queryByRole('link', { name })?.closest('li')?.textContent
    await expect
      .poll(() => rowOf('Dead'), { timeout: 5000 })
      .toMatch(/^Not reachablesince 40 minutes agoDead/)
    // The watch does not see the same of this one, so the page's own words hold.
    await expect.poll(() => rowOf('Hangs'), { timeout: 15_000 }).toMatch(/^Timed outfound .*Hangs/)
  })

  it('draws every mirror over time, those with trouble now first', async () => {
    const { screen, user, router } = await renderApp('/', { seed: 'broken', watched: await seenSoFar() })
    const card = within(await screen.findByRole('region', { name: 'The fleet over time' }))
    const [first, second] = await card.findAllByRole('listitem')
    expect(first?.textContent).toContain('DeadNot reachable for 40 minutes so far'.slice(4))
    expect(second?.textContent).toMatch(/Failing took 10 minutes, seen last 1 hour ago/)
    expect(
      card.getByRole('img', {
        name: 'Not reachable for 40 minutes, healthy for 1 hour, not watched for 22 hours',
      }),
    ).toBeTruthy()
    // A month of all mirrors at once is more than the gateway tells.
    expect(card.getAllByRole('link', { name: /hour|day/ }).map(({ textContent }) => textContent)).toEqual([
      '1 hour',
      '7 days',
    ])
    await user.click(card.getByRole('link', { name: '1 hour' }))
    expect(router.state.location.search).toBe('?length=1h')
    expect(
      await card.findByRole('img', { name: 'Not reachable for 40 minutes, healthy for 20 minutes' }),
    ).toBeTruthy()
  })

  it('tells what began and what ended in the last 12 hours, the newest first', async () => {
    const { screen } = await renderApp('/', { seed: 'broken', watched: await seenSoFar() })
    expect(await screen.findByText('2 problems began, 1 ended; watched 1 hour of 12 hours')).toBeTruthy()
    const recent = within(await screen.findByRole('list', { name: 'The last 12 hours' }))
    expect(recent.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Dead Not reachable began 40 minutes ago',
      'Healthy Over: failing ended 1 hour ago, took 10 minutes',
      'Healthy Failing began 1 hour ago',
    ])
  })

  it('names the mirrors that fall behind, the farthest first, and no other', async () => {
    const watched = await behindStore(
      { healthy: 12 * MINUTE, slow: 4 * MINUTE, stale: 90 * MINUTE },
      { hangs: 6 * MINUTE },
    )
    const { screen, user } = await renderApp('/', { seed: 'broken', watched })
    const button = await screen.findByRole('button', { name: 'Show each mirror: Falling behind' }, LONG)
    await user.click(button)
    const row = button.closest('li')
    const late = within(row ?? document.body)
    expect(late.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Stale by 2 hours',
      'Healthy by 12 minutes',
      'Hangs by at most 6 minutes',
    ])
  })

  it('says nothing of falling behind where nothing does, or nothing is known', async () => {
    const { screen } = await renderApp('/', { seed: 'broken', watched: await behindStore({ slow: 0 }) })
    await screen.findByRole('region', { name: 'The fleet over time' })
    await screen.findByText(/^The watch looked last/)
    expect(screen.queryByText('Falling behind')).toBeNull()
  })

  it('tells what came and passed while somebody was away', async () => {
    const snapshot = { mirrors: null, requests: null }
    const watched = await seenSoFar()
    const first = await renderApp('/', { seed: 'broken', watched })
    const session = await first.queryClient.ensureQueryData({
      queryKey: ['session'],
      queryFn: () => Promise.reject(new Error('The session is known')),
    })
    const upstream = String(Reflect.get(Object(session), 'upstream'))
    await first.router.navigate('/mirrors')
    await first.screen.findByRole('table', { name: 'Mirror servers' })
    lastVisit('admin', upstream).write(snapshot, Date.now() - 100 * MINUTE)
    await first.router.navigate('/')
    const changes = within(await first.screen.findByRole('region', { name: 'Since your last visit' }))
    expect(await changes.findByText('1 problem came and passed in between:')).toBeTruthy()
    expect(changes.getAllByRole('listitem')[0]?.textContent).toMatch(
      /^Healthy Failing .* ago \(.*\), 10 minutes$/,
    )
    expect(changes.queryByText(/is not known/)).toBeNull()
  })

  it('is shown as it was at a moment that the URL names', async () => {
    const at = new Date(Date.now() - 85 * MINUTE).toISOString()
    const { screen } = await renderApp(`/?at=${encodeURIComponent(at)}`, {
      seed: 'broken',
      watched: await seenSoFar(),
    })
    expect(await screen.findByText('1 failing, 1 healthy')).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'Incidents' })).toBeNull()
  })

  it.each(['nonsense', ''])('is shown as it is now where the URL’s moment is %j', async (at) => {
    const { screen } = await renderApp(`/?at=${at}`, { seed: 'calm', watched: await seenSoFar() })
    expect(await screen.findByRole('region', { name: 'Incidents' })).toBeTruthy()
  })

  it.each([
    ['has not come yet', 500 * MINUTE, 'This moment has not come yet.'],
    [
      'is too long ago',
      -91 * 24 * 60 * MINUTE,
      'Nothing is kept of this moment: history reaches back 90 days.',
    ],
  ])('says plainly that a moment %s, and asks for nothing', async (_what, ms, words) => {
    const at = new Date(Date.now() + ms).toISOString()
    const { screen, traffic } = await renderApp(`/?at=${encodeURIComponent(at)}`, {
      seed: 'calm',
      watched: await seenSoFar(),
    })
    expect(await screen.findByText(words, { exact: false })).toBeTruthy()
    expect(traffic.filter((line) => line.includes('/-/history'))).toEqual([])
  })

  it('says where nobody watches that a moment of the past cannot be shown', async () => {
    const { screen } = await renderApp('/?at=2026-01-31T03:00Z', { seed: 'calm' })
    expect(await screen.findByText('Nobody watched, so this is the fleet as it is now')).toBeTruthy()
    expect(await screen.findByRole('region', { name: 'Incidents' })).toBeTruthy()
  })

  it('tells what passed in weeks of absence, asked week by week', async () => {
    const day = 24 * 60 * MINUTE
    const now = Date.now()
    const watched = await watchedStore({
      healthy: [
        { from: now - 15 * day, to: now - 15 * day + MINUTE, verdict: 'healthy' },
        { from: now - 15 * day + MINUTE, to: now - 15 * day + 20 * MINUTE, verdict: 'failing' },
        { from: now - 15 * day + 20 * MINUTE, to: now - 15 * day + 30 * MINUTE, verdict: 'healthy' },
      ],
    })
    const first = await renderApp('/mirrors', { seed: 'broken', watched })
    await first.screen.findByRole('table', { name: 'Mirror servers' })
    const upstream = String(Reflect.get(Object(first.queryClient.getQueryData(['session'])), 'upstream'))
    lastVisit('admin', upstream).write({ mirrors: null, requests: null }, now - 20 * day)
    await first.router.navigate('/')
    const changes = within(await first.screen.findByRole('region', { name: 'Since your last visit' }))
    expect(await changes.findByText('1 problem came and passed in between:')).toBeTruthy()
    expect(changes.getByRole('listitem').textContent).toMatch(/^Healthy Failing 14 days ago .*, 19 minutes$/)
    expect(first.traffic.filter((line) => line.includes('/-/history?from='))).toHaveLength(3)
  })

  it('says that nobody watched at a moment that was not watched', async () => {
    const at = new Date(Date.now() - 500 * MINUTE).toISOString()
    const { screen } = await renderApp(`/?at=${encodeURIComponent(at)}`, {
      seed: 'calm',
      watched: await seenSoFar(),
    })
    expect(await screen.findByText('Nobody watched at this moment.')).toBeTruthy()
  })
})
