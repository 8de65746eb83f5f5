import { act } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import type { Session } from '#contract/session.ts'
import { sessionKey } from '#app/api/session-key.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

describe('signing in', () => {
  it('is asked of a stranger, who then lands where they wanted to go', async () => {
    const { user, screen, router } = await renderApp('/mirrors?sort=name.asc', { as: null })
    await user.click(await screen.findByText('Username and password'))
    await user.type(screen.getByLabelText('Username'), 'admin')
    await user.type(screen.getByLabelText('Password'), 'admin')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Mirror servers' })).toBeTruthy()
    expect(router.state.location.search).toBe('?sort=name.asc')
  })

  it('says plainly that the credentials were refused, and keeps the name', async () => {
    const { user, screen, traffic } = await renderApp('/sign-in', { as: null })
    await user.click(await screen.findByText('Username and password'))
    await user.type(screen.getByLabelText('Username'), 'admin')
    await user.type(screen.getByLabelText('Password'), 'wrong')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByText('Bitbucket did not accept these credentials')).toBeTruthy()
    expect(screen.getByLabelText('Username')).toHaveProperty('value', 'admin')
    expect(traffic.filter((line) => line === 'POST /-/session')).toHaveLength(1)
  })

  it('takes one click with an account of the simulated data', async () => {
    const { user, screen } = await renderApp('/sign-in', { as: null })
    await user.click(await screen.findByRole('button', { name: /Sign in as jcitizen/ }))
    expect(await screen.findByText('The data is simulated.', { exact: false })).toBeTruthy()
  })

  it.each([
    [null, 'You are signed out.'],
    [
      1_800_000,
      'You are signed out in this browser. A copy of its cookie can still work at another replica or after a restart of the console, for at most 30 minutes without use. New SESSION_KEYS end it at once.',
    ],
  ])('says after sign-out what still holds elsewhere (%s ms)', async (copiesLastMs, words) => {
    const { screen, queryClient } = await renderApp('/sign-in?signedOut', { as: null })
    const told = await screen.findByRole('status')
    act(() => {
      queryClient.setQueryData<Session>(sessionKey, (known) => known && { ...known, copiesLastMs })
    })
    await eventually(() => expect(told.textContent).toBe(words))
  })

  it('says that the console itself stops after wrong sign-ins, and how long', async () => {
    const { user, screen } = await renderApp('/sign-in', { as: null })
    await user.click(await screen.findByText('Username and password'))
    await user.type(screen.getByLabelText('Username'), 'admin')
    await user.type(screen.getByLabelText('Password'), 'wrong')
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await user.click(screen.getByRole('button', { name: 'Sign in' }))
      await eventually(() => expect(screen.getByRole('alert')).toBeTruthy())
    }
    expect(await screen.findByText('Too many wrong sign-ins')).toBeTruthy()
    expect(screen.getByText(/^Wait (?:1 day|2[34] hours) before you try again\.$/)).toBeTruthy()
    expect(screen.queryByText(/Rate limited by Bitbucket/)).toBeNull()
  })

  it.each([
    ['a blank', 'a b', 'The access token has a blank, a line break or a letter that no token has.'],
    ['nothing but hidden characters', '\u200b\u2060', 'The access token is empty.'],
    [
      'too many characters',
      'x'.repeat(8193),
      'The access token is too long: at most 8,192 characters can be sent.',
    ],
  ])('names beside the form what is wrong with a token of %s', async (_what, token, words) => {
    const { user, screen } = await renderApp('/sign-in', { as: null })
    await user.click(await screen.findByLabelText('HTTP access token'))
    await user.paste(token)
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    await screen.findByText('The request was refused')
    expect(screen.getByText(words, { selector: 'p' })).toBeTruthy()
  })

  it('leads to no foreign address', async () => {
    const { user, screen, router } = await renderApp('/sign-in?returnTo=%2F%2Fevil.example', { as: null })
    await user.click(await screen.findByRole('button', { name: /Sign in as admin/ }))
    await screen.findByRole('heading', { level: 1, name: 'Overview' })
    expect(router.state.location.pathname).toBe('/')
  })
})

describe('a session that ends', () => {
  it('asks to sign in over the page, and what was typed stays', async () => {
    const { user, screen, expireSession, queryClient } = await renderApp('/requests')
    const search = await screen.findByRole('searchbox', { name: 'Search' })
    await user.type(search, 'tokyo')
    expireSession()
    await queryClient.refetchQueries({ type: 'active' })
    expect(await screen.findByRole('dialog', { name: 'Sign in again' })).toBeTruthy()
    expect(search).toHaveProperty('value', 'tokyo')
  })
})
