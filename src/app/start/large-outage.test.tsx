import { describe, expect, it, vi } from 'vitest'
import { createFaultSwitch } from '#demo/testing/faults/fault-switch.ts'
import { failing, replying } from '#demo/testing/faults/mirror-faults.ts'
import { renderApp } from '#demo/testing/render-app.tsx'
import { stageWithClock } from './testing/stage-with-clock.ts'
import { fleetPages } from './testing/fleet-pages.ts'

stageWithClock()

describe('an outage of most of a fleet', () => {
  it('is counted alike everywhere when 150 of 200 mirrors die at once', async () => {
    const faults = createFaultSwitch()
    const rows = Array.from({ length: 200 }, (_, at) => ({
      id: `m${at}`,
      name: `Mirror ${at}`,
      baseUrl: `http://${at < 150 ? 'dying' : 'dublin'}.mirrors.test/${at}`,
      enabled: true,
      lastSeenDate: Date.now(),
      mirrorType: 'SINGLE',
      productVersion: '8.16.2',
    }))
    const status =
      '{"state":"SYNCHRONIZED","memberCount":"1","discovering":false,"syncedRepos":1,"totalRepos":1}'
    faults.breakUpstream(/mirrorServers\?/, () =>
      Promise.resolve(Response.json({ values: rows, size: 200, limit: 1000, start: 0, isLastPage: true })),
    )
    faults.breakMirror(/./, replying(200, status))
    const pages = fleetPages(await renderApp('/', { faults }))
    expect(await pages.wrong(['All 200 mirrors are healthy']), 'all are well').toEqual([])
    faults.breakMirror(/^dying/, failing('unreachable'))
    vi.setSystemTime(Date.now() + 20_000)
    await pages.refresh()
    expect(
      await pages.wrong(['150 of 200 mirrors need attention', '150 not reachable', '50 healthy']),
      '/',
    ).toEqual([])
    await pages.open('/mirrors', 'Mirror servers')
    expect(
      await pages.wrong(['All 200', '150 not reachable', '50 healthy', '200 mirrors loaded.']),
      '/mirrors',
    ).toEqual([])
  }, 300_000)
})
