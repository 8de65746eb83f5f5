import { act } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { announce, announcements } from '#app/browser/announcements.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

const way = 'bitbucket-session'

describe("with Bitbucket's own session", () => {
  it('a person who is signed in there is at the page at once, under the name of that session', async () => {
    const { screen, traffic } = await renderApp('/preferred-mirror', { as: 'jcitizen', way })
    expect(await screen.findByRole('heading', { level: 1, name: 'Preferred mirror' })).toBeTruthy()
    expect(screen.getByTitle('Signed in as').textContent).toBe('jcitizen')
    expect(traffic.filter((line) => line.startsWith('POST'))).toEqual([])
  })

  it('a stranger gets the way to the login page of Bitbucket, which leads back, and no form', async () => {
    const { screen } = await renderApp('/mirrors?sort=name.asc', { as: null, way })
    const link = await screen.findByRole('link', { name: 'Sign in to Bitbucket' })
    expect(link.getAttribute('href')).toBe('/login?next=%2Fmirrors%3Fsort%3Dname.asc')
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByLabelText('HTTP access token')).toBeNull()
    expect(screen.queryByRole('button', { name: /Sign in as/ })).toBeNull()
  })

  it('the page for strangers leads on where there is a session', async () => {
    const { screen } = await renderApp('/sign-in?returnTo=%2Fmirrors', { as: 'admin', way })
    expect(await screen.findByRole('heading', { level: 1, name: 'Mirror servers' })).toBeTruthy()
  })

  it('signing out is done at Bitbucket, in words, and leaves nothing of the person here', async () => {
    const { screen, user, traffic } = await renderApp('/mirrors', { way })
    act(() => announce('About this person'))
    const link = await screen.findByRole('link', { name: 'Sign out of Bitbucket' })
    expect(link.getAttribute('href')).toBe('/j_atl_security_logout')
    link.addEventListener('click', (event) => event.preventDefault())
    await user.click(link)
    expect(announcements.get()).toBeNull()
    expect(traffic.filter((line) => line.startsWith('DELETE'))).toEqual([])
  })

  it('a session that ends is asked for over the page, which goes on when the person is back', async () => {
    const rendered = await renderApp('/requests', { way })
    const { user, screen, queryClient } = rendered
    const search = await screen.findByRole('searchbox', { name: 'Search' })
    await user.type(search, 'tokyo')
    rendered.expireSession()
    await queryClient.refetchQueries({ type: 'active' })
    expect(await screen.findByRole('dialog', { name: 'Sign in again' })).toBeTruthy()
    const link = screen.getByRole('link', { name: 'Sign in (new tab)' })
    expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['_blank', 'noopener noreferrer'])
    await user.click(screen.getByRole('button', { name: 'Go on here' }))
    expect(await screen.findByText('You are still signed out of Bitbucket.')).toBeTruthy()
    await rendered.signInAtBitbucket('admin')
    document.dispatchEvent(new Event('visibilitychange'))
    await eventually(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(search).toHaveProperty('value', 'tokyo')
  })
})
