import { describe, expect, it, onTestFinished } from 'vitest'
import { openWatchStore } from './store/open-watch-store.ts'
import { createWatch } from './watch.ts'
import type { WatchedFleet } from './watch-fleet.ts'

const NOW = 1_700_000_000_000

const fleetAt = (at: number): WatchedFleet => ({
  at,
  clockDifferenceMs: 0,
  mirrors: [],
  isWhole: true,
  pendingRequests: null,
})

/** A watch whose rounds see the fleet as long as `look` says so. */
const watchOf = async (look: () => WatchedFleet, isLeader = true) => {
  const store = await openWatchStore({ kind: 'memory' })
  onTestFinished(() => store.close())
  const watch = createWatch({
    store: { ...store, isLeader: () => Promise.resolve(isLeader) },
    watchFleet: async () => look(),
    now: () => NOW,
  })
  return { store, watch }
}

describe('what the watch knows', () => {
  it('is when it saw the fleet, also after a round that did not see it', async () => {
    let canSee = true
    const { watch } = await watchOf(() => {
      if (!canSee) throw new Error('away')
      return fleetAt(NOW - 10)
    })
    expect(watch.state().seenAt).toBe(null)
    await watch.round()
    expect(watch.state()).toEqual({ fleet: fleetAt(NOW - 10), problem: null, seenAt: NOW - 10 })
    canSee = false
    await watch.round()
    expect(watch.state()).toEqual({ fleet: null, problem: 'unreachable', seenAt: NOW - 10 })
  })

  it('is when another replica saw it, where that one watches', async () => {
    const { watch, store } = await watchOf(() => fleetAt(NOW), false)
    await store.addRound({ at: NOW - 20, observations: [] })
    await watch.round()
    expect(watch.state()).toEqual({ fleet: null, problem: null, seenAt: NOW - 20 })
  })
})

const silence = (mirrorId: string) => ({
  mirrorId,
  until: NOW + 1000,
  note: '',
  by: 'ada',
  isNamed: true,
  at: NOW - 1000,
})

describe('the silences that a round finds', () => {
  it.each<[string, boolean, readonly string[]]>([
    ['are told, without those of mirrors that are gone', true, []],
    ['stay while the list of mirrors is not known to be whole', false, ['gone']],
  ])('%s', async (_what, isWhole, expected) => {
    const store = await openWatchStore({ kind: 'memory' })
    onTestFinished(() => store.close())
    await store.silences.put(silence('gone'))
    let told: readonly string[] = ['nothing was told']
    const watch = createWatch({
      store,
      watchFleet: async () => ({ ...fleetAt(NOW), isWhole }),
      now: () => NOW,
      onSilences: (found) => {
        told = found.map(({ mirrorId }) => mirrorId)
      },
    })
    await watch.round()
    expect(told).toEqual(expected)
  })
})
