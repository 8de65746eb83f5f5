import { within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'
import { behindStore } from '#gateway/testing/behind-store.ts'
import { watchedStore } from '#gateway/testing/watched-store.ts'

beforeAll(async () => {
  await import('./history-tab.tsx')
})

const MINUTE = 60_000
const PAGE = '/mirrors/slow?tab=history'

/** Two hours of one mirror until now: well, away for half an hour, well again. */
const twoHours = () => {
  const now = Math.floor(Date.now() / 1000) * 1000
  return watchedStore({
    slow: [
      { from: now - 120 * MINUTE, to: now - 60 * MINUTE, verdict: 'healthy' },
      { from: now - 60 * MINUTE, to: now - 30 * MINUTE, verdict: 'timed-out' },
      { from: now - 30 * MINUTE, to: now, verdict: 'healthy' },
    ],
  })
}

describe('the history of a mirror', () => {
  it('is a strip with the same in words, what was wrong and how fast it answered', async () => {
    const { screen } = await renderApp(PAGE, { seed: 'broken', watched: await twoHours() })
    const words = 'Timed out for 30 minutes, healthy for 2 hours, not watched for 22 hours'
    expect(await screen.findByRole('img', { name: words })).toBeTruthy()
    expect(screen.getByText(`${words}.`)).toBeTruthy()
    const table = screen.getByRole('table', { name: 'What was wrong' })
    const [, row] = within(table).getAllByRole('row')
    expect(row?.textContent).toMatch(/^Timed out1 hour ago \(.* UTC\)30 minutesShow$/)
    expect(
      screen.getByRole('img', { name: 'Answers took 20 ms on average and 20 ms at the longest' }),
    ).toBeTruthy()
    expect(screen.getByText(/its clock agrees with Bitbucket’s\.$/)).toBeTruthy()
    expect(screen.getByText(/^The watch looked last/)).toBeTruthy()
  })

  it('has its length in the URL, and asks for that much', async () => {
    const { screen, user, router, traffic } = await renderApp(PAGE, {
      seed: 'broken',
      watched: await twoHours(),
    })
    await screen.findByRole('img', { name: /not watched for 22 hours/ })
    await user.click(screen.getByRole('link', { name: '1 hour' }))
    const hour = { name: 'Timed out for 30 minutes, healthy for 30 minutes' }
    expect(await screen.findByRole('img', hour)).toBeTruthy()
    expect(router.state.location.search).toBe('?tab=history&length=1h')
    expect(traffic.findLast((line) => line.includes('/-/history'))).toBe(
      'GET /-/history?last=3600000&mirror=slow&measures=1',
    )
  })

  it('says how far the mirror is behind, how long pushes took, and which repositories were slow', async () => {
    const { screen, router } = await renderApp('/repositories', {
      seed: 'broken',
      watched: await behindStore({ slow: 12 * MINUTE }),
    })
    // This page reads the names of repositories.
    await screen.findByRole('rowheader', { name: 'ledger' })
    await router.navigate(PAGE)
    const own = within(await screen.findByRole('region', { name: 'How far behind' }))
    expect(own.getByText('Behind by 12 minutes')).toBeTruthy()
    const bars = 'Now 12 minutes, Half within 20 seconds, 95 of 100 within 20 seconds'
    expect(own.getByRole('img', { name: bars })).toBeTruthy()
    const words = 'Half of the pushes reached it within 20 seconds, 95 of 100 within 20 seconds.'
    expect(own.getByText(words)).toBeTruthy()
    const [, first, second] = within(own.getByRole('table')).getAllByRole('row')
    expect(first?.textContent).toBe('ledger12 minutes')
    expect(second?.textContent).toBe('card-gateway20 seconds')
    expect(own.getByRole('link', { name: 'ledger' }).getAttribute('href')).toBe('/repositories/11')
  })

  it('says that samples tell the most that it can be behind, and names what it does not know by its id', async () => {
    const watched = await behindStore({}, { slow: 3 * MINUTE })
    const { screen } = await renderApp(PAGE, { seed: 'broken', watched })
    const own = within(await screen.findByRole('region', { name: 'How far behind' }))
    expect(own.getByText('Now: at most 3 minutes.')).toBeTruthy()
    expect(own.getByText(/^Half of the changes of samples reached it within at most 20 seconds/)).toBeTruthy()
    expect(own.getByRole('link', { name: 'Repository 11' })).toBeTruthy()
  })

  it('says that it is not known how far the mirror is behind where nothing was reported', async () => {
    const { screen } = await renderApp(PAGE, { seed: 'broken', watched: await twoHours() })
    expect(await screen.findByText(/^Not known: Bitbucket has reported no push/)).toBeTruthy()
  })

  it('leads to the fleet as it was', async () => {
    const { screen, user } = await renderApp(PAGE, { seed: 'broken', watched: await twoHours() })
    await user.click(await screen.findByRole('link', { name: 'Show' }))
    const then = within(await screen.findByRole('list', { name: 'Mirrors at this moment' }))
    const lines = then.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(lines).toContain('Slow Timed out')
    expect(lines).toContain('Healthy Not watched')
    expect(screen.getByText('1 timed out')).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'Now' }))
    expect(await screen.findByRole('region', { name: 'Incidents' })).toBeTruthy()
  })

  it('says when the watch cannot do its work', async () => {
    const watched = await watchedStore({}, { problem: 'signed-out' })
    const { screen } = await renderApp(PAGE, { seed: 'broken', watched })
    expect(await screen.findByText(/Bitbucket does not accept WATCH_TOKEN/)).toBeTruthy()
    expect(screen.getByText(/The watch has not looked yet/)).toBeTruthy()
  })

  it('says that there is none where nobody watches, and asks for none', async () => {
    const { screen, traffic } = await renderApp(PAGE, { seed: 'broken' })
    expect(await screen.findByText(/Nobody watches this Bitbucket while no page is open/)).toBeTruthy()
    expect(traffic.some((line) => line.includes('/-/history'))).toBe(false)
  })
})
