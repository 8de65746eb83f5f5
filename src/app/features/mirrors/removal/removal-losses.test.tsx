import { within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { coverageStore } from '#app/domain/coverage/coverage-store.ts'
import { renderApp } from '#demo/testing/render-app.tsx'
import { mirrorIdOf } from '#upstream/seeds/make-mirror.ts'
import type { SeedName } from '#upstream/seed-names.ts'

type World = Awaited<ReturnType<typeof renderApp>>

/** Room for what is loaded and asked on a busy machine. */
const SLOW = { timeout: 20_000 }

beforeAll(async () => {
  await Promise.all([
    import('#app/features/mirrors/writes/write-tabs.ts'),
    import('#app/features/mirrors/removal/remove-mirror-dialog.tsx'),
  ])
})
beforeEach(() => localStorage.clear())

const dangerZoneOf = (key: string) => `/mirrors/${mirrorIdOf(key)}?tab=danger-zone`

const openRemoval = async ({ user, screen }: World) => {
  await user.click(await screen.findByRole('button', { name: 'Remove this mirror server' }, SLOW))
  return within(await screen.findByRole('dialog', { name: /^Remove / }, SLOW))
}
type Dialog = Awaited<ReturnType<typeof openRemoval>>

const open = async (key: string, seed: SeedName) => {
  const world = await renderApp(dangerZoneOf(key), { seed })
  return { world, dialog: await openRemoval(world) }
}

/** What is said about projects, and the shape beside it. */
const said = (dialog: Dialog, words: RegExp) => {
  const sentence = dialog.getByText(words).closest('p')
  return {
    text: sentence?.textContent ?? '',
    tone: sentence?.querySelector('svg')?.getAttribute('data-tone'),
  }
}
const asked = ({ traffic }: World): number => traffic.filter((line) => line === 'POST /-/probe').length

const MORE = /^Check \d+ more, with at most 200 questions$/

describe('what the removal of a mirror says about projects', { timeout: 60_000 }, () => {
  it('is how many were not checked, without a tick, until the person asks about all of them', async () => {
    const { world, dialog } = await open('lima', 'lopsided')
    const more = await dialog.findByRole('button', { name: MORE }, SLOW)
    const part = said(dialog, / of 12 projects were not checked\./)
    expect(part.text).toMatch(/^2 projects lose their last mirror\. 7 of 12 projects were not checked\./)
    expect(asked(world)).toBeLessThanOrEqual(30)
    await world.user.click(more)
    await dialog.findByText(/^2 projects lose their last mirror\. Nothing could be read/, {}, SLOW)
    await eventually(() => expect(dialog.queryByText('Asking mirrors. You need not wait.')).toBeNull(), SLOW)
    expect(dialog.queryByRole('button', { name: MORE })).toBeNull()
    const whole = said(dialog, /^2 projects lose their last mirror\./)
    expect(whole.tone).toBe('bad')
    expect(whole.text).toMatch(
      /^2 projects lose their last mirror\. Nothing could be read of 1 project\. The oldest answer came /,
    )
    const losing = within(dialog.getByRole('list', { name: 'Projects that lose their last mirror' }))
    expect(losing.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Lima office',
      'Lima archive',
    ])
    expect(dialog.getByRole('link', { name: 'See coverage without this mirror' }).getAttribute('href')).toBe(
      `/coverage?gone=${mirrorIdOf('lima')}`,
    )
  })

  it('is good where all were checked and none loses its last mirror', async () => {
    const { dialog } = await open('virginia', 'calm')
    await dialog.findByText(/^No project loses its last mirror\. All 5 projects were checked\./, {}, SLOW)
    const whole = said(dialog, /^No project loses/)
    expect(whole.tone).toBe('good')
    expect(whole.text).toMatch(/All 5 projects were checked\. The oldest answer came /)
  })

  it('is a part of 2,000, and never a tick on five', async () => {
    const { world, dialog } = await open('m001', 'crowded')
    await dialog.findByRole('button', { name: MORE }, SLOW)
    const part = said(dialog, /projects were not checked\./)
    expect(part).toEqual({
      text: expect.stringMatching(
        /^None of the 5 checked projects loses its last mirror\. 1,995 of 2,000 projects were not checked\./,
      ),
      tone: 'unknown',
    })
    expect(part.text).not.toMatch(/\ball\b/i)
    expect(asked(world)).toBe(10)
  })

  it('is what coverage knows already, with its age, and asks none of it again', async () => {
    const world = await renderApp('/coverage', { seed: 'lopsided' })
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    await world.user.click(await world.screen.findByRole('button', { name: 'Ask mirrors' }, SLOW))
    await world.screen.findByText(/^Done: /, {}, SLOW)
    const before = asked(world)
    await world.router.navigate(dangerZoneOf('kyoto'))
    const dialog = await openRemoval(world)
    const sentence = await dialog.findByText(/^1 project loses its last mirror\./, {}, SLOW)
    expect(sentence.textContent).toMatch(/The oldest answer came /)
    expect(dialog.getByRole('link', { name: 'Vault' })).toBeTruthy()
    expect(asked(world)).toBe(before)
  })

  it('is never good on answers that are older than a day', async () => {
    const { world, dialog } = await open('virginia', 'calm')
    await dialog.findByText(/^No project loses its last mirror\./, {}, SLOW)
    await world.user.click(dialog.getByRole('button', { name: 'Cancel' }))
    const { answers } = coverageStore
    const old = Date.now() - 2 * 86_400_000
    answers.remember('11', mirrorIdOf('dublin'), { state: 'served', at: old })
    const again = await openRemoval(world)
    await again.findByText(/1 project has answers older than a day\./, {}, SLOW)
    expect(said(again, /^No project loses/).tone).toBe('unknown')
  })

  it('says that the list of projects was refused, and that there may be more', async () => {
    const world = await renderApp('/mirrors')
    const { fetch } = world.bitbucket
    vi.spyOn(world.bitbucket, 'fetch').mockImplementation((request) =>
      new URL(request.url).pathname === '/rest/api/latest/projects'
        ? Promise.resolve(
            new Response('{"errors":[{"context":null,"message":"No","exceptionName":null}]}', {
              status: 404,
              headers: { 'content-type': 'application/json', 'x-ausername': 'admin' },
            }),
          )
        : fetch(request),
    )
    await world.router.navigate(dangerZoneOf('virginia'))
    const dialog = await openRemoval(world)
    await dialog.findByText(/There may be more projects than the known ones\./, {}, SLOW)
    expect(dialog.getByText(/^Bitbucket did not give its list of projects/)).toBeTruthy()
    expect(said(dialog, /There may be more projects/).tone).toBe('unknown')
  })

  it('stops asking when the dialog closes', async () => {
    const world = await renderApp(dangerZoneOf('m001'), { seed: 'crowded' })
    const { fetch } = world.bitbucket
    const held = Promise.withResolvers<undefined>()
    vi.spyOn(world.bitbucket, 'fetch').mockImplementation(async (request) => {
      if (/\/repos\/\d+\/mirrors$/.test(new URL(request.url).pathname)) await held.promise
      return fetch(request)
    })
    const dialog = await openRemoval(world)
    await dialog.findByText('Asking mirrors. You need not wait.', {}, SLOW)
    await eventually(() => expect(asked(world)).toBeGreaterThan(0), SLOW)
    await world.user.click(dialog.getByRole('button', { name: 'Cancel' }))
    const before = asked(world)
    held.resolve(undefined)
    await world.router.navigate('/requests')
    await world.screen.findByRole('heading', { level: 1, name: 'Mirroring requests' }, SLOW)
    expect(asked(world)).toBe(before)
  })
})
