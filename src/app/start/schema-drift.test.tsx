import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createFaultSwitch } from '#demo/testing/faults/fault-switch.ts'
import { renderApp } from '#demo/testing/render-app.tsx'
import { driftedAnswer, SCHEMA_DRIFTS } from '#upstream/testing/schema-drifts.ts'
import { fleetPages } from './testing/fleet-pages.ts'

const DUBLIN = 'CD0E-1051-6498-1A8C'

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40)
})

/** What every page says of every version, and by version what it says of its own; "!" before what it may not say. */
const PAGES: readonly (readonly [
  path: string,
  always: readonly string[],
  own: Readonly<Partial<Record<keyof typeof SCHEMA_DRIFTS, readonly string[]>>>,
])[] = [
  [
    '/',
    ['4 mirrors', '3 requests wait'],
    {
      '8.16': ['All 4 mirrors are healthy'],
      'the day after': ['4 of 4 mirrors are not known', '4 unknown', '!healthy', '!never seen'],
    },
  ],
  [
    '/mirrors',
    ['4 mirrors loaded.', 'Dublin', 'Build farm'],
    {
      '7.21': ['Farm', '4 healthy'],
      '9.4': ['4 healthy', '7.21.18'],
      tomorrow: ['REPLICA_SET', '4 healthy'],
      'the day after': ['REPLICA', '!healthy', '!1970'],
    },
  ],
  [
    `/mirrors/${DUBLIN}`,
    ['Dublin', 'http://dublin.mirrors.test'],
    { 'the day after': ['Unknown', '!1970', '!Never seen'] },
  ],
  ['/requests', ['3 requests loaded.', 'Sydney', 'São Paulo'], { tomorrow: ['REPLICA_SET'] }],
  ['/requests?state=ACCEPTED', ['requests loaded.'], {}],
  ['/requests/6', ['Sydney', 'http://sydney.mirrors.test'], { tomorrow: ['REPLICA_SET'] }],
  ['/requests/999999', ['There is no request with this id'], { tomorrow: [], 'the day after': [] }],
  ['/repositories', ['30 repositories loaded.', 'ledger'], { 'the day after': ['ledger'] }],
  ['/repositories/11', ['ledger', 'Dublin'], { 'the day after': ['ONLINE', 'Content hashnot sent'] }],
  ['/repositories/999999', ['There is no repository with this id'], {}],
  ['/projects/1', ['PAY', 'card-gateway'], { tomorrow: ['TEAM'] }],
  ['/preferred-mirror', ['You have no preferred mirror.', 'Virginia'], {}],
  ['/coverage', ['Payments', 'Dublin'], {}],
  [
    '/diagnostics',
    ['Check credentials'],
    { '9.4': ['!Required permissions only'], '8.16': ['Required permissions only'] },
  ],
  [
    '/upstream',
    ['Bitbucket'],
    {
      '7.21': ['7.21.18'],
      '9.4': ['9.4.1'],
      tomorrow: ['11.0.0-rc1', 'Not known: Bitbucket does not say'],
      'the day after': ['Jupiter (2031)', 'Bitbucket does not show it'],
    },
  ],
]

describe.each(Object.entries(SCHEMA_DRIFTS))('Bitbucket %s', (version, drift) => {
  it('works on every page, and what it does not say is not known', async () => {
    const faults = createFaultSwitch()
    faults.breakUpstream(/./, async (_request, ask) => driftedAnswer(await ask(), drift))
    const world = await renderApp('/git-errors', { faults })
    const pages = fleetPages(world)
    for (const [path, always, own] of PAGES) {
      await pages.visit(path)
      const words = [...always, ...(Reflect.get(own, version) ?? [])]
      expect.soft(await pages.wrong(words), `${version}: ${path}`).toEqual([])
    }
  }, 300_000)
})
