import { beforeEach, describe, expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { coverageInBackground } from '#app/domain/coverage/coverage-in-background.ts'
import { mirrorIdOf } from '#upstream/seeds/make-mirror.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

type World = Awaited<ReturnType<typeof renderApp>>

/** Room for what is loaded and asked on a busy machine. */
const SLOW = { timeout: 20_000 }

const probesOf = ({ traffic }: World): number => traffic.filter((line) => line === 'POST /-/probe').length

/** Bitbucket answers about the mirrors of a repository by `answer`, `null` being as always. */
const answering = ({ bitbucket }: World, answer: () => Promise<Response | null>) => {
  const { fetch } = bitbucket
  vi.spyOn(bitbucket, 'fetch').mockImplementation(async (request) => {
    const isAsked = /\/repos\/\d+\/mirrors$/.test(new URL(request.url).pathname)
    return (isAsked ? await answer() : null) ?? fetch(request)
  })
}

const press = async ({ user, screen }: World) =>
  user.click(await screen.findByRole('button', { name: 'Ask mirrors' }, SLOW))

const start = async (world: World) => {
  await press(world)
  await world.screen.findByText(/^\d+ of at most 200 questions asked/, {}, SLOW)
}

const leave = async ({ router, screen }: World) => {
  await router.navigate('/mirrors')
  await screen.findByRole('table', { name: 'Mirror servers' }, SLOW)
}

beforeEach(() => {
  localStorage.clear()
  // There is nothing to draw on here; what the pictures show is said in words as well.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})

describe('asking for coverage', { timeout: 60_000 }, () => {
  it('pauses when the page is left, and goes on when the person comes back', async () => {
    const world = await renderApp('/coverage')
    const held = Promise.withResolvers<null>()
    answering(world, () => held.promise)
    await start(world)
    await leave(world)
    const before = probesOf(world)
    held.resolve(null)
    expect(world.screen.queryByRole('complementary', { name: 'Coverage in the background' })).toBeNull()
    await world.router.navigate('/requests')
    await world.screen.findByRole('row', { name: /Sydney/ }, SLOW)
    expect(probesOf(world)).toBe(before)
    await world.router.navigate('/coverage')
    expect(await world.screen.findByText('Done: 20 questions asked.', {}, SLOW)).toBeTruthy()
  })

  it('goes on in the background where it was told to, says so on every page, and announces its end', async () => {
    const world = await renderApp('/coverage')
    const held = Promise.withResolvers<null>()
    answering(world, () => held.promise)
    await world.user.click(await world.screen.findByRole('checkbox', { name: 'Go on in the background' }))
    await start(world)
    await leave(world)
    const line = await world.screen.findByRole('complementary', { name: 'Coverage in the background' })
    expect(line.textContent).toMatch(
      /^Coverage is asking mirrors in the background\. 0 of at most 200 questions asked/,
    )
    held.resolve(null)
    expect(await world.screen.findByText('Coverage: Done: 20 questions asked.', {}, SLOW)).toBeTruthy()
    expect(world.screen.queryByRole('complementary', { name: 'Coverage in the background' })).toBeNull()
    expect(probesOf(world)).toBe(20)
  })

  it('stops on any page, and can be resumed on its own', async () => {
    const world = await renderApp('/coverage')
    const held = Promise.withResolvers<null>()
    answering(world, () => held.promise)
    await world.user.click(await world.screen.findByRole('checkbox', { name: 'Go on in the background' }))
    await start(world)
    await leave(world)
    await world.user.click(await world.screen.findByRole('button', { name: 'Stop' }))
    const before = probesOf(world)
    held.resolve(null)
    await world.router.navigate('/coverage')
    await world.screen.findByText('Paused: 0 of at most 200 questions asked.', {}, SLOW)
    expect(probesOf(world)).toBe(before)
    await world.user.click(world.screen.getByRole('button', { name: 'Resume' }))
    expect(await world.screen.findByText('Done: 20 questions asked.', {}, SLOW)).toBeTruthy()
  })

  it('never goes on in the background for another person', async () => {
    const world = await renderApp('/coverage')
    await world.user.click(await world.screen.findByRole('checkbox', { name: 'Go on in the background' }))
    expect(coverageInBackground.get()).toBe(true)
    const { forgetPerson } = await import('#app/browser/personal-store.ts')
    forgetPerson()
    expect(coverageInBackground.get()).toBe(false)
  })

  it('waits as long as Bitbucket says after 429 in the middle, and then goes on by itself', async () => {
    const world = await renderApp('/coverage')
    let asked = 0
    answering(world, () => {
      asked += 1
      return Promise.resolve(
        asked === 3
          ? new Response('{"errors":[{"context":null,"message":"Too many requests","exceptionName":null}]}', {
              status: 429,
              headers: { 'content-type': 'application/json', 'retry-after': '1', 'x-ausername': 'admin' },
            })
          : null,
      )
    })
    await press(world)
    await world.screen.findByText(/^Rate limited by Bitbucket: goes on in 1 second\./, {}, SLOW)
    expect(await world.screen.findByText('Done: 20 questions asked.', {}, SLOW)).toBeTruthy()
  })

  it('leaves out a mirror that is removed meanwhile, and what it answered', async () => {
    const world = await renderApp('/coverage')
    await press(world)
    await world.screen.findByText('Done: 20 questions asked.', {}, SLOW)
    const address = `http://bitbucket.test/rest/mirroring/latest/mirrorServers/${mirrorIdOf('dublin')}`
    const headers = { authorization: 'Bearer admin-token', 'x-atlassian-token': 'no-check' }
    await world.bitbucket.fetch(new Request(address, { method: 'DELETE', headers }))
    await world.user.click(world.screen.getByRole('button', { name: 'Refresh' }))
    await eventually(
      () => expect(world.screen.queryByRole('columnheader', { name: /^Dublin/ })).toBeNull(),
      SLOW,
    )
    const row = world.screen.getByRole('row', { name: /Mobile/ })
    expect(row.textContent).toContain('2 mirrors')
  })
})
