import { beforeAll, describe, expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'

// Code that comes when it is needed is fetched before: how long the compiler takes is not what is tested.
beforeAll(async () => {
  await import('./upstream-page.tsx')
})

describe('the upstream', () => {
  it('shows address, version, clock and analytics settings', async () => {
    const { screen } = await renderApp('/upstream')
    expect(await screen.findByRole('heading', { level: 1, name: 'Upstream' })).toBeTruthy()
    expect(await screen.findByText('8.16.2')).toBeTruthy()
    expect(await screen.findByText(/No difference to this browser's clock/)).toBeTruthy()
    expect(screen.getByText('Yes')).toBeTruthy()
  })

  it('masks the support entitlement number until the user asks', async () => {
    const { screen, user } = await renderApp('/upstream')
    const show = await screen.findByRole('button', { name: 'Show support entitlement number' })
    expect(screen.queryByText('SEN-500')).toBeNull()
    await user.click(show)
    expect(screen.getByText('SEN-500')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Hide support entitlement number' }))
    expect(screen.queryByText('SEN-500')).toBeNull()
  })

  it('shows a user with fewer permissions what is not permitted, and everything else', async () => {
    const { screen } = await renderApp('/upstream', { as: 'guest' })
    expect(
      await screen.findByText("You are not permitted to see Bitbucket's clock and analytics settings"),
    ).toBeTruthy()
    expect(await screen.findByText('8.16.2')).toBeTruthy()
  })
})
