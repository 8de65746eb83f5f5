import { describe, expect, it, vi } from 'vitest'
import * as v from 'valibot'
import { renderApp, type RenderedApp } from '#demo/testing/render-app.tsx'
import { atBitbucket } from '#demo/testing/at-bitbucket.ts'
import { stageWithClock } from './testing/stage-with-clock.ts'
import { fleetPages } from './testing/fleet-pages.ts'

const DUBLIN = 'CD0E-1051-6498-1A8C'
const OTHER_ADDRESS = 'http://dublin-2.mirrors.test'

const dublin = {
  id: DUBLIN,
  name: 'Dublin',
  baseUrl: 'http://dublin.mirrors.test',
  mirrorType: 'SINGLE',
  productType: 'Bitbucket',
  productVersion: '9.0.1',
}

/** Dublin asks to join, from this address. */
const asks = async (world: RenderedApp, mirrorBaseUrl: string): Promise<void> => {
  const { mirrorType, productType, productVersion } = dublin
  const identity = { mirrorId: DUBLIN, mirrorName: 'Dublin', mirrorBaseUrl }
  await atBitbucket(world, 'POST', '/requests', { ...identity, mirrorType, productType, productVersion })
}

/** The pending request of Dublin. */
const pendingOfDublin = async (world: RenderedApp): Promise<string> => {
  const list = v.parse(
    v.object({ values: v.array(v.looseObject({ id: v.number(), mirrorId: v.string(), state: v.string() })) }),
    await atBitbucket(world, 'GET', '/requests?state=PENDING&limit=1000'),
  )
  const found = list.values.find(({ mirrorId }) => mirrorId === DUBLIN)
  if (found === undefined) throw new Error('Dublin has not asked.')
  return String(found.id)
}

/** What another person does at Bitbucket, and what each page then says after one refresh; "!" before what is gone. */
type Row = readonly [
  what: string,
  act: (world: RenderedApp) => unknown,
  said: Readonly<Record<string, readonly string[]>>,
]

const PAGE = `/mirrors/${DUBLIN}`
const ROWS: readonly Row[] = [
  ['is not there yet', () => undefined, { '/': ['All 4 mirrors are healthy'] }],
  ['comes after a night', () => vi.setSystemTime(Date.now() + 7 * 3_600_000), { '/mirrors': ['4 healthy'] }],
  [
    'gives a mirror another version',
    (world) => atBitbucket(world, 'PUT', `/mirrorServers/${DUBLIN}`, dublin),
    { '/mirrors': ['9.0.1'], [PAGE]: ['9.0.1'] },
  ],
  [
    'removes it while its page is open',
    (world) => atBitbucket(world, 'DELETE', `/mirrorServers/${DUBLIN}`),
    {
      [PAGE]: ['There is no mirror with this id'],
      '/mirrors': ['3 mirrors loaded.', '!Dublin'],
      '/': ['All 3 mirrors are healthy', 'Dublin: gone'],
      '/preferred-mirror': ['Virginia', '!Dublin'],
      '/coverage': ['Virginia', '!Dublin'],
    },
  ],
  [
    'sees it ask again, from another address',
    (world) => asks(world, OTHER_ADDRESS),
    {
      '/requests': ['Dublin', OTHER_ADDRESS],
      [PAGE]: ['There is no mirror with this id'],
      '/mirrors': ['3 mirrors loaded.', '!Dublin'],
      '/': ['4 requests wait', 'Dublin: asked to join'],
    },
  ],
  [
    'accepts it there while its page is open',
    async (world) => {
      await atBitbucket(world, 'POST', `/requests/${await pendingOfDublin(world)}/accept`)
    },
    {
      '/requests': [`!${OTHER_ADDRESS}`],
      [PAGE]: [OTHER_ADDRESS, '!There is no mirror'],
      '/mirrors': ['4 mirrors loaded.', OTHER_ADDRESS, '!http://dublin.mirrors.test'],
      '/': ['1 synchronizing', 'Dublin: changed address', 'Dublin: changed version'],
      '/preferred-mirror': [OTHER_ADDRESS],
      '/coverage': ['Dublin'],
    },
  ],
]

const TITLES: Readonly<Record<string, readonly string[]>> = {
  '/': ['Overview'],
  '/mirrors': ['Mirror servers'],
  // A mirror that was removed has no name any more.
  [PAGE]: ['Dublin', 'Mirror server'],
  '/requests': ['Mirroring requests'],
  '/preferred-mirror': ['Preferred mirror'],
  '/coverage': ['Coverage'],
}

stageWithClock()

describe('another administrator', () => {
  it('is followed by every page, after one refresh', async () => {
    const world = await renderApp('/mirrors')
    const pages = fleetPages(world)
    for (const [path, titles] of Object.entries(TITLES)) await pages.open(path, ...titles)
    for (const [what, act, said] of ROWS) {
      await act(world)
      vi.setSystemTime(Date.now() + 20_000)
      for (const [path, words] of Object.entries(said)) {
        await pages.open(path, ...(TITLES[path] ?? []))
        await pages.refresh()
        expect.soft(await pages.wrong(words), `${what}: ${path}`).toEqual([])
      }
    }
  }, 300_000)
})
