import { act, fireEvent, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ANSWER_FAULTS } from '#demo/testing/faults/answer-faults.ts'
import { createFaultSwitch, type FaultSwitch } from '#demo/testing/faults/fault-switch.ts'
import { renderApp, type RenderedApp } from '#demo/testing/render-app.tsx'
import { faultPage } from './testing/fault-page.ts'
import { PAGE_PLACES } from './testing/page-places.ts'

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40)
})

const dialogs = () => [...document.querySelectorAll('[role="dialog"]')].map(({ textContent }) => textContent)

const signInAgain = async ({ screen }: RenderedApp) => {
  const dialog = within(screen.getByRole('dialog'))
  fireEvent.click(await dialog.findByLabelText('Username and password'))
  for (const field of ['Username', 'Password']) {
    fireEvent.change(dialog.getByLabelText(field), { target: { value: 'admin' } })
  }
  fireEvent.click(dialog.getByRole('button', { name: 'Sign in' }))
}

/** How a session gets lost while a page is open. */
const LOSSES: readonly (readonly [what: string, lose: (world: RenderedApp, faults: FaultSwitch) => void])[] =
  [
    ['the console forgets the session', ({ expireSession }) => expireSession()],
    [
      'Bitbucket revokes the token',
      (_world, faults) => faults.breakUpstream(/^GET \/rest\//, ANSWER_FAULTS['knows no session']),
    ],
  ]

describe.each(LOSSES)('when %s', (_what, lose) => {
  it('each page keeps what was read, asks once to sign in again, and goes on after that', async () => {
    const faults = createFaultSwitch()
    const world = await renderApp('/git-errors', { faults })
    const page = faultPage(world, faults)
    for (const place of PAGE_PLACES) {
      await page.open(place)
      lose(world, faults)
      await act(() => world.queryClient.refetchQueries({ type: 'active' }))
      await waitFor(() => expect(dialogs()).toHaveLength(1))
      expect(dialogs()[0]).toContain('Your session has ended. The page behind stays as it is.')
      expect(page.shows(place), `${place.name} keeps what was read`).toBe(true)
      faults.mend()
      await signInAgain(world)
      await waitFor(() => expect(dialogs()).toEqual([]))
      await page.recovered(place, 'a lost session')
      // So that the next page cannot be taken for this one.
      await world.router.navigate('/git-errors')
      await waitFor(() => expect(page.text()).toMatch(/^Git errors/))
    }
  }, 120_000)
})
