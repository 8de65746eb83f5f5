import { beforeAll, describe, expect, it, vi } from 'vitest'
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

  it('notices at the next refresh that Bitbucket was restarted with another version', async () => {
    const { screen, user, bitbucket, router } = await renderApp('/upstream')
    expect(await screen.findByText('8.16.2')).toBeTruthy()
    const { fetch } = bitbucket
    vi.spyOn(bitbucket, 'fetch').mockImplementation(async (request) =>
      request.url.endsWith('/application-properties')
        ? Response.json({ version: '9.4.2', buildNumber: '1', buildDate: '1', displayName: 'Bitbucket' })
        : fetch(request),
    )
    await user.click(screen.getByRole('button', { name: 'Refresh' }))
    expect(await screen.findByText('9.4.2')).toBeTruthy()
    await router.navigate('/mirrors')
    await expect.poll(() => screen.queryAllByText('older').length).toBe(4)
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
