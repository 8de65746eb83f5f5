import { within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'
import type { Decision } from '#gateway/forward/decision.ts'
import { watchedStore } from '#gateway/testing/watched-store.ts'

beforeAll(async () => {
  await import('./activity-page.tsx')
})

const decision = (at: number, more: Partial<Decision> = {}): Decision => ({
  kind: 'decision',
  time: new Date(at).toISOString(),
  requestId: `request-${String(at)}`,
  user: 'admin',
  userNamedBy: 'bitbucket',
  operation: 'acceptRequest',
  ids: { mirroringRequestId: '7' },
  outcome: 'answered',
  status: 200,
  ...more,
})

describe('the activity', () => {
  it('lists every change with who, what, on what and the outcome, the newest first', async () => {
    const now = Date.now()
    const watched = await watchedStore(
      {},
      {
        decisions: [
          decision(now - 120_000),
          decision(now - 60_000, {
            user: '<b>\u202Eeve</b>',
            userNamedBy: 'user',
            operation: 'removeMirror',
            ids: { mirrorId: 'm1' },
            outcome: 'no-answer',
            status: null,
          }),
        ],
      },
    )
    const { screen } = await renderApp('/activity', { watched })
    const table = await screen.findByRole('table', { name: 'Activity' })
    await within(table).findByText('Remove a mirror')
    const rows = (await within(table).findAllByRole('row')).slice(1).map(({ textContent }) => textContent)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatch(/^Remove a mirror.*1 minute ago.*eve.*\(as typed at sign-in\).*mirror m1/)
    expect(rows[0]).toContain('No answer: it may have been done or not')
    expect(rows[1]).toMatch(/^Accept a mirror.*2 minutes ago.*admin.*request 7.*Answered as done \(200\)$/)
    expect(screen.getByText(/^The oldest entry is from/)).toBeTruthy()
  })

  it('is searched by user, operation and id', async () => {
    const now = Date.now()
    const watched = await watchedStore(
      {},
      { decisions: [decision(now - 2000), decision(now - 1000, { user: 'jane' })] },
    )
    const { screen, user } = await renderApp('/activity', { watched })
    const table = await screen.findByRole('table', { name: 'Activity' })
    await within(table).findByText('jane')
    await user.type(screen.getByPlaceholderText('Search user, operation or id'), 'jane')
    await expect.poll(() => within(table).getAllByRole('row').length).toBe(2)
  })

  it('says that nothing was changed yet', async () => {
    const { screen } = await renderApp('/activity', { watched: await watchedStore({}) })
    expect(await screen.findByText('Nothing was changed through this console yet.')).toBeTruthy()
  })

  it('is not for those who may not list requests', async () => {
    const watched = await watchedStore({}, { decisions: [decision(Date.now())] })
    const { screen } = await renderApp('/activity', { as: 'jcitizen', watched })
    expect(await screen.findByText('You are not permitted to see the activity of others')).toBeTruthy()
    expect(screen.queryByText('Accept a mirror')).toBeNull()
  })

  it('says where nothing is kept, and asks for nothing', async () => {
    const { screen, traffic } = await renderApp('/activity')
    expect(await screen.findByText(/No store keeps what is done here/)).toBeTruthy()
    expect(traffic.some((line) => line.includes('/-/activity'))).toBe(false)
  })
})
