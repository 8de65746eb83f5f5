import { type APIRequestContext, expect, type Page } from '@playwright/test'
import * as v from 'valibot'
import { EVENTS_PATH } from '#contract/events.ts'
import { FLEET_PATH } from '#contract/fleet-check.ts'
import { HISTORY_PATH, history } from '#contract/history.ts'
import type { Bitbucket } from './bitbucket-at.ts'
import { test } from './world.ts'

test.use({ isWatched: true, roundMs: 1000 })

/** More rounds than there are seconds in the shortest interval of refreshing, with its jitter. */
const MANY_ROUNDS = 12

/** The paths that pages ask from now on. */
const recordPaths = (...pages: readonly Page[]): string[] => {
  const paths: string[] = []
  for (const page of pages) page.on('request', (request) => paths.push(new URL(request.url()).pathname))
  return paths
}

const isStream = (path: string): boolean => path === EVENTS_PATH

/** What the watch asks for all. */
const isOfFleet = (path: string): boolean => path.endsWith('/mirrorServers') || path === FLEET_PATH

const isOfRequests = (path: string): boolean => path.endsWith('/mirroring/latest/requests')

/** As often as a page can be made to refresh itself. */
const refreshOften = async (page: Page): Promise<void> => {
  await page.addInitScript(() => localStorage.setItem('mirror-console-refresh', '10000'))
}

/** Waits until the watch has looked so many times. No page asks for this. */
const untilRounds = async (request: APIRequestContext, count: number): Promise<void> => {
  const rounds = new Set<number | null>()
  const look = async () => {
    const answer = await request.get(`${HISTORY_PATH}?mirror=none`)
    rounds.add(v.parse(history, await answer.json()).lastRoundAt)
    return rounds.size
  }
  await expect.poll(look, { timeout: 60_000 }).toBeGreaterThan(count)
}

/** Opens two tabs of one browser at `path`; they share a stream of events. */
const openTabs = async (first: Page, path: string) => {
  const second = await first.context().newPage()
  const opened = recordPaths(first, second)
  for (const page of [first, second]) {
    await refreshOften(page)
    await page.goto(path)
  }
  await expect.poll(() => opened.filter(isStream)).toHaveLength(1)
  // One tab holds the stream, the other one waits for its place; the next round is heard by both.
  const locks = () => first.evaluate(async () => (await navigator.locks.query()).pending?.length)
  await expect.poll(locks).toBe(1)
  await untilRounds(first.request, 2)
  return { tabs: [first, second] as const, opened }
}

const removeOne = async (bitbucket: Bitbucket): Promise<string> => {
  const [gone] = await bitbucket.mirrors()
  await bitbucket.call('removeMirror', { parameters: { mirrorId: gone?.id ?? '' } })
  return gone?.name ?? ''
}

test('a change at Bitbucket is shown by every tab over one connection, and none of them asks', async ({
  signedInPage,
  bitbucket,
}) => {
  test.slow()
  const { tabs, opened } = await openTabs(signedInPage, '/')
  for (const page of tabs) await expect(page.getByText('4 healthy')).toBeVisible()
  const asked = recordPaths(...tabs)
  await untilRounds(signedInPage.request, MANY_ROUNDS)
  expect(asked.filter(isOfRequests)).toEqual([])
  await removeOne(bitbucket)
  for (const page of tabs) await expect(page.getByText('3 healthy')).toBeVisible()
  expect(asked.filter(isOfFleet)).toEqual([])

  // Who waits is for those who may know: each tab reads the list, once for the change.
  const created = await bitbucket.call('createRequest', {
    body: {
      mirrorId: 'RKVK-1111-2222-3333',
      mirrorName: 'Reykjavik',
      mirrorBaseUrl: 'https://reykjavik.example.com',
      mirrorType: 'SINGLE',
      productVersion: '8.16.2',
    },
  })
  expect(created.status).toBe(200)
  for (const page of tabs)
    await expect(page.getByRole('link', { name: '4 wait for a decision' })).toBeVisible()
  expect(asked.filter(isOfRequests).length).toBeLessThanOrEqual(2 * tabs.length)
  expect(opened.filter(isStream)).toHaveLength(1)

  // A person who wants to know asks at once.
  const answer = signedInPage.waitForRequest((request) => isOfFleet(new URL(request.url()).pathname))
  await signedInPage.getByRole('button', { name: 'Refresh', exact: true }).click()
  await answer
})

test('another tab takes over when the one that holds the stream is closed', async ({
  signedInPage,
  bitbucket,
}) => {
  const { tabs, opened } = await openTabs(signedInPage, '/mirrors')
  const [first, second] = tabs
  await first.close()
  await expect.poll(() => opened.filter(isStream)).toHaveLength(2)
  const asked = recordPaths(second)
  const name = await removeOne(bitbucket)
  await expect(second.getByRole('rowheader', { name })).toHaveCount(0)
  expect(asked.filter(isStream)).toEqual([])
})
