import { type Screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'

const linksIn = (part: Pick<Screen, 'getAllByRole'>) =>
  part.getAllByRole('link').map(({ textContent }) => textContent)

describe('the main navigation', () => {
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
