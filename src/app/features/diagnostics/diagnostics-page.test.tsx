import { describe, expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'

const SENT = 'POST /rest/mirroring/latest/authenticate'

type World = Awaited<ReturnType<typeof renderApp>>

/** Everything that could keep a secret: both caches, the document with its fields, storage and the address. */
const kept = ({ queryClient, router }: World): string =>
  JSON.stringify([
    queryClient
      .getQueryCache()
      .getAll()
      .map(({ queryKey, state }) => [queryKey, state]),
    queryClient
      .getMutationCache()
      .getAll()
      .map(({ state }) => [state, String(state.error)]),
    document.body.innerHTML,
    [...document.querySelectorAll('input')].map(({ value }) => value),
    localStorage,
    sessionStorage,
    router.state.location,
  ])

describe('checking credentials', () => {
  it('shows whose they are and what they may do, and forgets them', async () => {
    const world = await renderApp('/diagnostics')
    const { screen, user } = world
    expect(await screen.findByRole('heading', { level: 1, name: 'Check credentials' })).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'Token' }))
    await user.type(screen.getByLabelText('HTTP access token'), 'jcitizen-token')
    await user.type(screen.getByLabelText('Repository id (optional)'), '11')
    await user.click(screen.getByRole('button', { name: 'Check credentials' }))
    expect(
      await screen.findByText('Bitbucket accepts these credentials. Nothing of them is kept.'),
    ).toBeTruthy()
    expect(screen.getByText('repository: REPO_WRITE')).toBeTruthy()
    expect(kept(world)).not.toContain('jcitizen-token')
  })

  it('explains 401 honestly, and forgets what was wrong too', async () => {
    const world = await renderApp('/diagnostics')
    const { screen, user } = world
    await user.type(await screen.findByLabelText('Username'), 'jane')
    await user.type(screen.getByLabelText('Password'), 'canary-7f3a')
    await user.click(screen.getByRole('button', { name: 'Check credentials' }))
    expect(await screen.findByText('Bitbucket answered 401: one of two things')).toBeTruthy()
    expect(kept(world)).not.toContain('canary-7f3a')
    expect(screen.getByRole('button', { name: 'Sign out' })).toBeTruthy()
  })

  it('shows an ordinary user the same two possibilities', async () => {
    const { screen, user } = await renderApp('/diagnostics', { as: 'jcitizen' })
    await user.type(await screen.findByLabelText('Username'), 'admin')
    await user.type(screen.getByLabelText('Password'), 'admin')
    await user.click(screen.getByRole('button', { name: 'Check credentials' }))
    expect(await screen.findByText('Bitbucket answered 401: one of two things')).toBeTruthy()
  })

  it('sends no private key', async () => {
    const world = await renderApp('/diagnostics')
    const { screen, user, traffic } = world
    await user.click(await screen.findByRole('radio', { name: 'SSH key' }))
    await user.type(
      screen.getByRole('textbox', { name: 'SSH public key' }),
      '-----BEGIN OPENSSH PRIVATE KEY----- canary-7f3a',
    )
    await user.click(screen.getByRole('button', { name: 'Check credentials' }))
    expect(await screen.findByText(/^This is a private key/)).toBeTruthy()
    expect(traffic).not.toContain(SENT)
    expect(kept(world)).not.toContain('canary-7f3a')
  })
})
