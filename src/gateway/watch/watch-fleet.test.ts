import { describe, expect, it } from 'vitest'
import type { MirrorReply } from '#gateway/mirrors/mirror-reply.ts'
import { createStatusChecks } from '#gateway/mirrors/status-checks.ts'
import { createFleetWatch } from './watch-fleet.ts'

const NOW = 1_700_000_000_000
const UPSTREAM = 'https://bitbucket.example.com'
const STATUS = '{"state":"SYNCHRONIZED","memberCount":"1","discovering":false,"syncedRepos":2,"totalRepos":2}'

const good: MirrorReply = { kind: 'replied', status: 200, date: null, body: STATUS }
const dead: MirrorReply = { kind: 'failed', failure: 'unreachable', status: null, date: null, detail: null }

const row = (id: string, more: object = {}) => ({
  id,
  name: id,
  baseUrl: `https://${id}.example.com`,
  enabled: true,
  lastSeenDate: NOW - 7000,
  ...more,
})

/** A watch over mirrors that answer as `replies` says at that moment. */
const watching = (rows: () => readonly object[], replies: Readonly<Record<string, MirrorReply>>) => {
  let time = NOW
  const asked: string[] = []
  const sent: Request[] = []
  const now = () => time
  const checkStatus = createStatusChecks({
    askMirror: (address) => {
      asked.push(address.host)
      return Promise.resolve(replies[address.host.split('.')[0] ?? ''] ?? good)
    },
    now,
  })
  const watchFleet = createFleetWatch(
    {
      upstream: UPSTREAM,
      now,
      checkStatus,
      fetchUpstream: (request) => {
        sent.push(request)
        return Promise.resolve(Response.json({ values: rows(), start: 0, limit: 100, isLastPage: true }))
      },
    },
    'Bearer watcher',
  )
  const verdicts = async () => {
    const { mirrors } = await watchFleet(new AbortController().signal)
    return Object.fromEntries(mirrors.map(({ mirror, verdict }) => [mirror.id, verdict.kind]))
  }
  return { verdicts, asked, sent, pass: (ms: number) => (time += ms) }
}

describe('a round of the watch', () => {
  it('judges every mirror by the record and by its own answer, and asks none that is disabled', async () => {
    const rows = [
      row('fine'),
      row('away'),
      row('off', { enabled: false }),
      row('stale', { lastSeenDate: NOW - 400_000 }),
      row('new', { lastSeenDate: null }),
    ]
    const { verdicts, asked, sent } = watching(() => rows, { away: dead })
    expect(await verdicts()).toEqual({
      fine: 'healthy',
      away: 'unreachable',
      off: 'disabled',
      stale: 'answers-not-seen',
      new: 'never-seen',
    })
    expect(asked.toSorted()).toEqual(['away', 'fine', 'new', 'stale'].map((name) => `${name}.example.com`))
    expect(sent.map(({ url }) => new URL(url).pathname)).toEqual([
      '/rest/mirroring/latest/mirrorServers',
      '/rest/mirroring/latest/requests',
    ])
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer watcher')
  })

  it('asks again each time, and follows a mirror that goes and comes back', async () => {
    const replies: Record<string, MirrorReply> = { a: good }
    const { verdicts, asked, pass } = watching(() => [row('a')], replies)
    const seen: unknown[] = []
    for (const reply of [good, dead, dead, good]) {
      replies['a'] = reply
      seen.push((await verdicts())['a'])
      pass(30_000)
    }
    expect(seen).toEqual(['healthy', 'unreachable', 'unreachable', 'healthy'])
    expect(asked).toHaveLength(4)
  })

  it('takes an answer that a user got a moment ago', async () => {
    const { verdicts, asked, pass } = watching(() => [row('a')], {})
    await verdicts()
    pass(9000)
    await verdicts()
    expect(asked).toHaveLength(1)
  })

  it('remembers across rounds that a record went back', async () => {
    let lastSeenDate = NOW - 5000
    const { verdicts, pass } = watching(() => [row('a', { lastSeenDate })], {})
    expect(await verdicts()).toEqual({ a: 'healthy' })
    pass(30_000)
    lastSeenDate = NOW - 60_000
    expect(await verdicts()).toEqual({ a: 'record-went-back' })
  })
})
