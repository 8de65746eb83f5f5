import { describe, expect, it } from 'vitest'
import { type Behind, type WatchProblem, WATCH_PROBLEMS } from '#contract/history.ts'
import type { Silence } from '#contract/silences.ts'
import { ANSWERED, checked, failed, NOW, watched } from '#gateway/testing/watched-mirror.ts'
import { MAX_BREAK_MS } from '#gateway/watch/store/next-span.ts'
import type { LagStore } from '#gateway/watch/store/lag-store.ts'
import type { WatchedFleet, WatchedMirror } from '#gateway/watch/watch-fleet.ts'
import type { WatchState } from '#gateway/watch/watch.ts'
import { createMirrorMetrics } from './mirror-metrics.ts'

const fleetOf = (mirrors: readonly WatchedMirror[], more: Partial<WatchedFleet> = {}): WatchedFleet => ({
  at: NOW,
  clockDifferenceMs: 0,
  mirrors,
  isWhole: true,
  pendingRequests: null,
  ...more,
})
const seeing = (fleet: WatchedFleet | null, problem: WatchProblem | null = null): WatchState => ({
  fleet,
  problem,
  seenAt: fleet?.at ?? null,
})

/** The lines of one metric, without its common beginning. */
const linesOf = async (name: string, state: WatchState, now = NOW): Promise<readonly string[]> => {
  const text = await createMirrorMetrics({ state: () => state }, () => now).text()
  const start = `mirror_console_${name}`
  return text
    .split('\n')
    .flatMap((line) => (/^[{ ]/.test(line.slice(start.length)) && line.startsWith(start) ? [line] : []))
    .map((line) => line.slice(start.length).trim())
}
const valueOf = async (name: string, state: WatchState, now = NOW) =>
  (await linesOf(name, state, now)).map((line) => Number(line.split(' ').at(-1)))

describe('the metrics of mirrors', () => {
  it.each<[string, WatchedMirror, readonly number[]]>([
    ['it answers and is well', watched(), [1]],
    [
      'it answers without a status',
      watched('without-status', checked({ kind: 'without-status', httpStatus: 404 })),
      [1],
    ],
    ['it answers and Bitbucket does not see it', watched('answers-not-seen'), [1]],
    ['it answers before Bitbucket saw it once', watched('never-seen'), [1]],
    ['it answers that it is asked too often', watched('rate-limited', checked(failed('unreachable'))), [1]],
    ['it does not answer', watched('unreachable', checked(failed('unreachable'))), [0]],
    ['it answers, and its clock lets it serve nothing', watched('clock-differs'), [0]],
    [
      'it is known to be down while there was no room to ask',
      watched('failing', checked(failed('busy'))),
      [0],
    ],
    ['there was no room to ask', watched('not-checked', checked(failed('busy'))), []],
    ['its address may not be asked', watched('not-allowed', checked(failed('forbidden-address'))), []],
    ['it is disabled', watched('disabled', null, { enabled: false }), []],
  ])('say whether it is up when %s', async (_name, mirror, expected) => {
    expect(await valueOf('mirror_up', seeing(fleetOf([mirror])))).toEqual(expected)
  })

  it('tell all that is known of one', async () => {
    const check = checked(ANSWERED, { certificateEnds: NOW + 86_400_000 })
    const state = seeing(fleetOf([watched('healthy', check)]))
    const text = await createMirrorMetrics({ state: () => state }, () => NOW).text()
    const own = 'mirror_id="a",name="Paris"'
    expect(text.split('\n').filter((line) => line.startsWith('mirror_console_mirror_'))).toEqual([
      `mirror_console_mirror_up{${own}} 1`,
      `mirror_console_mirror_verdict{${own},verdict="healthy",severity="good"} 1`,
      `mirror_console_mirror_last_seen_timestamp_seconds{${own}} ${(NOW - 7000) / 1000}`,
      `mirror_console_mirror_check_seconds{${own}} 0.25`,
      `mirror_console_mirror_clock_offset_seconds{${own}} -1.5`,
      `mirror_console_mirror_certificate_end_timestamp_seconds{${own}} ${NOW / 1000 + 86_400}`,
      `mirror_console_mirror_synced_repositories{${own}} 7`,
      `mirror_console_mirror_repositories{${own}} 8`,
    ])
    expect(text).not.toContain('secret')
    expect(text.endsWith('\n')).toBe(true)
  })

  it('have no line for what is not known', async () => {
    const dumb = watched('unreachable', checked(failed('unreachable'), { clockDifferenceMs: null }), {
      lastSeenDate: null,
    })
    const text = await createMirrorMetrics({ state: () => seeing(fleetOf([dumb])) }, () => NOW).text()
    expect(text.match(/^mirror_console_(?:mirror_|pending)\w+/gm)).toEqual([
      'mirror_console_mirror_up',
      'mirror_console_mirror_verdict',
    ])
    const vague = checked({
      kind: 'answered',
      status: { state: 'X', memberCount: null, discovering: null, syncedRepos: 0, totalRepos: null },
    })
    const state = seeing(fleetOf([watched('other-state', vague)]))
    expect(await valueOf('mirror_synced_repositories', state)).toEqual([0])
    expect(await valueOf('mirror_repositories', state)).toEqual([])
  })

  it('forget a mirror that is gone, a verdict that changed, and all that the last round did not see', async () => {
    let state = seeing(
      fleetOf([watched(), watched('healthy', checked(ANSWERED), { id: 'b', name: 'Berlin' })]),
    )
    const { text } = createMirrorMetrics({ state: () => state }, () => NOW)
    expect(await text()).toContain('mirror_up{mirror_id="b",name="Berlin"} 1')
    state = seeing(fleetOf([watched('maintenance')]))
    const later = await text()
    expect(later).not.toContain('Berlin')
    expect(later.match(/verdict="[^"]+"/g)).toEqual(['verdict="maintenance"'])
    state = { ...seeing(null, 'unreachable'), seenAt: NOW }
    expect(await text()).not.toMatch(/^mirror_console_mirror/m)
  })

  it('tell nothing of a fleet that was seen too long ago, should a round hang', async () => {
    const state = seeing(fleetOf([watched()], { pendingRequests: { count: 1, ids: ['1'], isAll: true } }))
    const late = NOW + MAX_BREAK_MS + 1
    expect(await linesOf('mirror_up', state, late)).toEqual([])
    expect(await linesOf('pending_requests', state, late)).toEqual([])
    expect(await linesOf('watch_up', state, late)).toEqual(['0'])
  })

  it.each([
    ['new\nlines "quotes" and \\ backslashes', 'new lines \\"quotes\\" and \\\\ backslashes'],
    ['a} 1\nfake_metric 1', 'a} 1 fake_metric 1'],
    ['\u0000bell\u0007 and \u202Eturned', 'bell and turned'],
    ['https://bob:s@cr/et@paris.example.com', 'https://paris.example.com'],
    ['https://bob:secret@paris.example.com', 'https://paris.example.com'],
    [`${'x'.repeat(99)}😀`, 'x'.repeat(99)],
    ['y'.repeat(4000), 'y'.repeat(100)],
  ])('make a bounded, harmless label of the name %j', async (name, label) => {
    const state = seeing(fleetOf([watched('healthy', null, { name })]))
    const [line] = await linesOf('mirror_verdict', state)
    expect(line).toBe(`{mirror_id="a",name="${label}",verdict="healthy",severity="good"} 1`)
  })

  it('tell at most 500 mirrors, and how many there are', async () => {
    const many = Array.from({ length: 501 }, (_, at) => watched('healthy', null, { id: `m${at}` }))
    const state = seeing(fleetOf(many))
    expect(await linesOf('mirror_verdict', state)).toHaveLength(500)
    expect(await valueOf('mirrors', state)).toEqual([501])
  })
})

const behind = (kind: Behind['kind'], nowMs: number | null): Behind => ({
  kind,
  nowMs,
  p50Ms: null,
  p95Ms: null,
  slowest: [],
})

/** The lines of how far mirrors are behind, with what is kept of it. */
const behindLines = async (state: WatchState, kept: Awaited<ReturnType<LagStore['behindOf']>> | Error) => {
  const behindOf = () => (kept instanceof Error ? Promise.reject(kept) : Promise.resolve(kept))
  const text = await createMirrorMetrics({ state: () => state }, () => NOW, {
    lag: { behindOf },
    silences: { active: () => Promise.resolve([]) },
  }).text()
  return [...text.matchAll(/^mirror_console_mirror_behind_seconds(.*)$/gm)].map(([, line]) => line)
}

describe('the metric of how far a mirror is behind', () => {
  const fleet = fleetOf(['a', 'b', 'c', 'd'].map((id) => watched('healthy', null, { id, name: `M ${id}` })))
  const known = new Map([
    ['a', behind('webhook', 90_000)],
    ['b', behind('canary', 0)],
    ['c', behind('webhook', null)],
    ['gone', behind('webhook', 5)],
  ])

  it('has a line for what is known, and none for what is not', async () => {
    expect(await behindLines(seeing(fleet), known)).toEqual([
      '{mirror_id="a",name="M a",kind="webhook"} 90',
      '{mirror_id="b",name="M b",kind="canary"} 0',
    ])
  })

  it('has no line where the store fails, or where another replica watches', async () => {
    expect(await behindLines(seeing(fleet), new Error('disk is full'))).toEqual([])
    expect(await behindLines(seeing(null), known)).toEqual([])
  })
})

/** The lines of which mirrors are silenced. */
const silencedLines = async (active: () => Promise<readonly Silence[]>) => {
  const fleet = seeing(fleetOf(['a', 'b'].map((id) => watched('healthy', null, { id, name: `M ${id}` }))))
  const lag = { behindOf: () => Promise.resolve(new Map()) }
  const text = await createMirrorMetrics({ state: () => fleet }, () => NOW, {
    lag,
    silences: { active },
  }).text()
  return [...text.matchAll(/^mirror_console_mirror_silenced(.*)$/gm)].map(([, line]) => line)
}

describe('the metric of silences', () => {
  it('has a line for each mirror, and none where they cannot be read', async () => {
    const silence = { mirrorId: 'b', until: NOW + 1, note: 'secret', by: 'ada', isNamed: true, at: NOW }
    expect(await silencedLines(() => Promise.resolve([silence]))).toEqual([
      '{mirror_id="a",name="M a"} 0',
      '{mirror_id="b",name="M b"} 1',
    ])
    expect(await silencedLines(() => Promise.reject(new Error('disk is full')))).toEqual([])
  })
})

describe('the metrics of the watch', () => {
  it.each<[string, WatchState, number]>([
    ['sees the fleet', seeing(fleetOf([])), 1],
    ['sees the fleet and cannot keep it', seeing(fleetOf([]), 'store'), 1],
    ['leaves it to another replica, which sees it', { ...seeing(null), seenAt: NOW }, 1],
    ['has just started', seeing(null, 'starting'), 0],
    ['is refused', seeing(null, 'signed-out'), 0],
  ])('say whether it works when it %s', async (_name, state, up) => {
    expect(await valueOf('watch_up', state)).toEqual([up])
  })

  it('name what is wrong, out of all that can be', async () => {
    const lines = await linesOf('watch_problem', seeing(null, 'not-permitted'))
    expect(lines).toHaveLength(WATCH_PROBLEMS.length)
    expect(lines.filter((line) => line.endsWith(' 1'))).toEqual(['{problem="not-permitted"} 1'])
  })

  it('say when the fleet was seen, and nothing before it ever was', async () => {
    expect(await valueOf('watch_last_round_timestamp_seconds', seeing(null, 'starting'))).toEqual([])
    const replica = { ...seeing(null), seenAt: NOW - 5000 }
    expect(await valueOf('watch_last_round_timestamp_seconds', replica)).toEqual([NOW / 1000 - 5])
  })

  it.each([
    [null, [], []],
    [{ count: 0, ids: [], isAll: true }, [0], [0]],
    [{ count: 100, ids: [], isAll: false }, [100], [1]],
  ])('count the requests that wait: %j', async (pendingRequests, counts, bounds) => {
    const state = seeing(fleetOf([], { pendingRequests }))
    expect(await valueOf('pending_requests', state)).toEqual(counts)
    expect(await valueOf('pending_requests_is_lower_bound', state)).toEqual(bounds)
  })
})
