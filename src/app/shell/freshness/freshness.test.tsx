import { act } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renderApp, type RenderedApp } from '#demo/testing/render-app.tsx'

/** Bitbucket accepts every request and answers none, until it is released. */
const hanging = ({ bitbucket }: RenderedApp) => {
  const { fetch } = bitbucket
  const released = Promise.withResolvers<undefined>()
  vi.spyOn(bitbucket, 'fetch').mockImplementation(async (request) => {
    await released.promise
    return fetch(request)
  })
  return () => released.resolve(undefined)
}

/** Lets so many ms pass for everything that reads the clock or looks from time to time. */
const passTime = (ms: number): void => {
  act(() => {
    vi.advanceTimersByTime(ms)
  })
}

const WAITING = /^Waiting for Bitbucket since \d\d:\d\d:\d\d$/

const notices = ({ screen }: RenderedApp) =>
  screen.queryAllByRole('status').filter(({ textContent }) => WAITING.test(textContent ?? ''))

/** How many notices there are, looked at a second later. */
const noticesLater = (world: RenderedApp): number => {
  passTime(1000)
  return notices(world).length
}

// What waits for answers goes on in real time; nothing waits for the clock itself.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: Date.now() })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a Bitbucket that accepts requests and does not answer', () => {
  it.each([
    '/',
    '/requests',
    '/requests/1',
    '/mirrors',
    '/mirrors/1',
    '/repositories',
    '/repositories/11',
    '/projects/1',
    '/coverage',
    '/preferred-mirror',
    '/diagnostics',
    '/upstream',
  ])('is told once on %s after five seconds, and no longer than it lasts', async (path) => {
    const world = await renderApp(path)
    await world.screen.findByRole('heading', { level: 1 })
    await expect.poll(() => world.queryClient.isFetching()).toBe(0)
    const release = hanging(world)
    await world.user.click(world.screen.getByRole('button', { name: 'Refresh' }))
    passTime(4000)
    expect(notices(world)).toHaveLength(0)
    passTime(2000)
    expect(notices(world)).toHaveLength(1)
    release()
    await expect.poll(() => noticesLater(world)).toBe(0)
  })

  it('is told while a page has nothing to show yet', async () => {
    const world = await renderApp('/upstream')
    await world.screen.findByRole('heading', { level: 1 })
    const release = hanging(world)
    await world.router.navigate('/mirrors')
    // The page has to be there: what is asked ahead of it is not what it waits for.
    await expect.poll(() => world.queryClient.isFetching({ type: 'active' })).toBeGreaterThan(0)
    passTime(1000)
    passTime(6000)
    expect(notices(world)).toHaveLength(1)
    release()
    expect(await world.screen.findByText('4 mirrors loaded.')).toBeTruthy()
  })

  it('is told while a write is under way, and the write is sent once', async () => {
    const world = await renderApp('/preferred-mirror')
    await world.user.click(await world.screen.findByRole('radio', { name: 'Mumbai' }))
    const release = hanging(world)
    await world.user.click(world.screen.getByRole('button', { name: 'Save' }))
    await expect.poll(() => world.queryClient.isMutating()).toBe(1)
    passTime(6000)
    expect(notices(world)).toHaveLength(1)
    release()
    expect(await world.screen.findByText('Mumbai is now your preferred mirror')).toBeTruthy()
    expect(world.traffic.filter((line) => line.startsWith('POST /rest'))).toHaveLength(1)
  })
})
