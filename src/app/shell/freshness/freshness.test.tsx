import { describe, expect, it, vi } from 'vitest'
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

/** Lets so many ms pass for everything that reads the clock. */
const passTime = (ms: number) => {
  const realNow = Date.now
  return vi.spyOn(Date, 'now').mockImplementation(() => realNow() + ms)
}

const WAITING = /^Waiting for Bitbucket since \d\d:\d\d:\d\d$/

const notices = ({ screen }: RenderedApp) =>
  screen.queryAllByRole('status').filter(({ textContent }) => WAITING.test(textContent ?? ''))

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
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect(notices(world)).toHaveLength(0)
    const clock = passTime(5000)
    await expect.poll(() => notices(world).length, { timeout: 3000 }).toBe(1)
    clock.mockRestore()
    release()
    await expect.poll(() => notices(world).length, { timeout: 3000 }).toBe(0)
  })

  it('is told while a page has nothing to show yet', async () => {
    const world = await renderApp('/upstream')
    await world.screen.findByRole('heading', { level: 1 })
    const release = hanging(world)
    await world.router.navigate('/mirrors')
    await new Promise((resolve) => setTimeout(resolve, 1100))
    passTime(6000)
    await expect.poll(() => notices(world).length, { timeout: 3000 }).toBe(1)
    release()
    expect(await world.screen.findByText('4 mirrors loaded.')).toBeTruthy()
  })

  it('is told while a write is under way, and the write is sent once', async () => {
    const world = await renderApp('/preferred-mirror')
    await world.user.click(await world.screen.findByRole('radio', { name: 'Mumbai' }))
    const release = hanging(world)
    await world.user.click(world.screen.getByRole('button', { name: 'Save' }))
    passTime(6000)
    await expect.poll(() => notices(world).length, { timeout: 3000 }).toBe(1)
    release()
    expect(await world.screen.findByText('Mumbai is now your preferred mirror')).toBeTruthy()
    expect(world.traffic.filter((line) => line.startsWith('POST /rest'))).toHaveLength(1)
  })
})
