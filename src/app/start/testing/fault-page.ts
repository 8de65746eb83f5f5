import { act, fireEvent, waitFor } from '@testing-library/react'
import { vi } from 'vitest'
import type { FaultSwitch } from '#demo/testing/faults/fault-switch.ts'
import type { RenderedApp } from '#demo/testing/render-app.tsx'
import type { PagePlace } from './page-places.ts'

/** Reads that failed are tried again at once: how long that takes is a test of its own. */
const retrySoon = ({ queryClient }: RenderedApp): void => {
  const { queries, mutations } = queryClient.getDefaultOptions()
  queryClient.setDefaultOptions({ queries: { ...queries, retryDelay: 1 }, ...(mutations && { mutations }) })
}

const button = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (one) => one.textContent === name || one.getAttribute('aria-label') === name,
  )

/**
 * One page of a world whose faults a test switches: opened with a fault, mended, and read again with a fault. What it
 * says is text, as a person reads it.
 */
export const faultPage = (world: RenderedApp, faults: FaultSwitch) => {
  const { screen, router, queryClient } = world
  retrySoon(world)
  const place = () => screen.getByRole('main')
  const text = () => place().textContent
  /** The parts of the page with this role. The document itself is asked: to ask by role takes most of the time. */
  const parts = (role: 'alert' | 'status') =>
    [...place().querySelectorAll(`[role="${role}"]`)].map(({ textContent }) => textContent)
  const until = (is: () => boolean, what: string) =>
    waitFor(
      () => {
        if (!is()) throw new Error(`${what}: ${text()}`)
      },
      { timeout: 30_000, interval: 4 },
    )
  const shows = ({ data }: PagePlace) => {
    const said = text()
    return typeof data === 'string' ? said.includes(data) : data.test(said)
  }
  const isQuiet = () => queryClient.isFetching() === 0
  const refresh = (): void => {
    const refreshing = button('Refresh')
    if (refreshing === undefined) throw new Error('There is no way to refresh')
    // After 429 the button waits for its time, as a person has to.
    if (refreshing.disabled) void queryClient.refetchQueries({ type: 'active' })
    else fireEvent.click(refreshing)
  }
  return {
    text,
    shows,
    refresh,
    open: async (opened: PagePlace) => {
      await router.navigate(opened.path)
      await until(() => shows(opened) && isQuiet(), 'It does not open')
      await act(() => vi.dynamicImportSettled())
    },
    /** The page as one who opens it now meets it: nothing was read before. */
    openAnew: async () => {
      await act(() => queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }))
    },
    /** The problems that the page shows, once there is one and nothing is read any more. */
    alerts: async () => {
      await until(() => parts('alert').length > 0 && isQuiet(), 'No problem is shown')
      // What the problem took the place of lets go of its questions a moment later; no person is as quick as that.
      await act(() => Promise.resolve())
      return parts('alert')
    },
    /** Waits for a notice that begins so. */
    notice: (words: string, fault: string) =>
      until(
        () => isQuiet() && parts('status').some((said) => said.startsWith(words)),
        `${fault} is not told as "${words}"`,
      ),
    /** Waits until nothing is read any more. */
    settled: () => until(isQuiet, 'It goes on reading'),
    /** Everything that the page shows is read once more, and has been answered in one way or another. */
    readAnew: () => act(() => queryClient.refetchQueries({ type: 'active' })),
    /** As a person does: by the button of the problem, else by that of the frame. */
    tryAgain: () => {
      const own = button('Try again')
      if (own === undefined) refresh()
      else fireEvent.click(own)
    },
    /** Everything that belongs to the page is there, and no problem and no notice any more. */
    recovered: (opened: PagePlace, fault: string) =>
      until(
        () =>
          isQuiet() &&
          shows(opened) &&
          parts('alert').length === 0 &&
          parts('status').every((said) => !said.includes('What you see was read')),
        `It does not come back after "${fault}"`,
      ),
    mend: faults.mend,
  }
}
