import { describe, expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'

describe('after signing in', () => {
  it.each([
    ['admin', '', 'Overview'],
    ['jcitizen', '', 'Repositories'],
    ['guest', '', 'Overview'],
    // What was opened while signed out was asked for; the bare address asked for nothing.
    ['jcitizen', '?returnTo=%2Fmirrors', 'Mirror servers'],
    ['jcitizen', '?returnTo=%2F', 'Repositories'],
    ['jcitizen', '?returnTo=%2F%3Fat%3D2026-01-31T03%253A00Z', 'Overview'],
  ])('%s, who comes from "%s", begins at %s', async (account, query, heading) => {
    const { user, screen } = await renderApp(`/sign-in${query}`, { as: null })
    await user.click(await screen.findByRole('button', { name: new RegExp(`Sign in as ${account}`) }))
    expect(await screen.findByRole('heading', { level: 1, name: heading })).toBeTruthy()
  })
})
