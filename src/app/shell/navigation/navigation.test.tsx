import { type Screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'

const linksIn = (part: Pick<Screen, 'getAllByRole'>) =>
  part.getAllByRole('link').map(({ textContent }) => textContent)

describe('the main navigation', () => {
  it.each([
    ['guest', ['Requests', 'Mirrors', 'Coverage', 'Activity']],
    ['jcitizen', ['Requests', 'Activity']],
  ] as const)(
    'marks for %s the pages that Bitbucket refuses, which say so themselves',
    async (as, marked) => {
      const { screen, user } = await renderApp('/', { as })
      const nav = within(await screen.findByRole('navigation', { name: 'Main' }))
      const refused = await nav.findAllByRole('link', { description: 'your account may not use this page' })
      expect(refused.map(({ textContent }) => textContent)).toEqual(marked.map((name) => `${name}no access`))
      await user.click(nav.getByRole('link', { name: 'Requests' }))
      expect(await screen.findByText('You are not permitted to see mirroring requests')).toBeTruthy()
    },
  )

  it('marks no page for those who may use all', async () => {
    const { screen } = await renderApp('/')
    const nav = within(await screen.findByRole('navigation', { name: 'Main' }))
    expect(await nav.findByRole('link', { description: /pending$/ })).toBeTruthy()
    expect(nav.queryByText('no access')).toBeNull()
  })

  it.each(['admin', 'guest'] as const)(
    'begins with the overview, then what those who clone need, then the rest, and hides nothing from %s',
    async (as) => {
      const { screen } = await renderApp('/upstream', { as })
      const nav = within(await screen.findByRole('navigation', { name: 'Main' }))
      expect(linksIn(nav)).toEqual([
        'Overview',
        'Repositories',
        'Preferred mirror',
        'Git errors',
        'Requests',
        'Mirrors',
        'Coverage',
        'Activity',
        'Diagnostics',
        'Upstream',
      ])
      const clone = within(nav.getByRole('list', { name: 'Clone' }))
      expect(linksIn(clone)).toEqual(['Repositories', 'Preferred mirror', 'Git errors'])
    },
  )
})
