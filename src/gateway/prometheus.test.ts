import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as v from 'valibot'
import { mayTry } from './testing/may-try.ts'
import { freePort, startProxy } from './testing/proxy-program.ts'
import { jsonAnswer, startRawUpstream } from './testing/raw-upstream.ts'
import { runningGateway } from './testing/running-gateway.ts'
import { openWatchStore } from './watch/store/open-watch-store.ts'

const RULES = fileURLToPath(new URL('../../deploy/prometheus', import.meta.url))
/** Comes with Prometheus. */
const JUDGE = 'promtool'
const TOKEN = 'Bearer token-of-the-watch'

const answer = v.object({
  status: v.literal('success'),
  data: v.object({
    result: v.array(
      v.object({ metric: v.record(v.string(), v.string()), value: v.tuple([v.number(), v.string()]) }),
    ),
  }),
})

const mirror = (id: string, baseUrl: string) => ({
  id,
  name: `The mirror in "${id}"`,
  baseUrl,
  enabled: true,
  lastSeenDate: Date.now(),
})
const page = (...values: readonly unknown[]) => ({ values, start: 0, limit: 100, isLastPage: true })

/** A Bitbucket with two mirrors and one request, which is its own first mirror, too. The second mirror is away. */
const startBitbucket = async () => {
  const away = await freePort()
  const upstream = await startRawUpstream((request, socket) => {
    const { url } = upstream
    const at = `date: ${new Date().toUTCString()}\r\n`
    if (request.startsWith('GET /mirror/status ')) {
      const counts = { memberCount: '1', discovering: false, syncedRepos: 7, totalRepos: 7 }
      socket.write(jsonAnswer({ state: 'SYNCHRONIZED', ...counts }, at))
    } else if (!request.includes(TOKEN)) {
      socket.write('HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n')
    } else if (request.includes('/mirrorServers?')) {
      const rows = [mirror('paris', `${url}/mirror`), mirror('berlin', `http://127.0.0.1:${away}`)]
      socket.write(jsonAnswer(page(...rows), at))
    } else if (request.includes('/requests?')) {
      socket.write(jsonAnswer(page({ id: '1', state: 'PENDING', mirrorName: 'Rome' }), at))
    } else socket.write(jsonAnswer({}, at))
  })
  return upstream
}

const startWatchingGateway = async () =>
  runningGateway((await startBitbucket()).url, {
    env: { METRICS_PORT: '0', MIRROR_NETWORKS: '127.0.0.1' },
    watching: { authorization: TOKEN, store: await openWatchStore({ kind: 'memory' }) },
  })

/** All metrics, as soon as the watch has seen the fleet. */
const readMetrics = async (metricsUrl: string) => {
  const read = async () => (await fetch(metricsUrl)).text()
  await expect.poll(read, { timeout: 20_000 }).toContain('mirror_console_watch_up 1\n')
  return read()
}

const promtool = (args: readonly string[], input?: string) => {
  const { status, stdout, stderr } = spawnSync(JUDGE, args, { cwd: RULES, encoding: 'utf8', input })
  return { status, output: stdout + stderr }
}

describe('the metrics of a gateway that watches', () => {
  it('are told on one port with the others, each family once', async () => {
    const { metricsUrl } = await startWatchingGateway()
    const text = await readMetrics(metricsUrl)
    const families = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name)
    expect(new Set(families).size).toBe(families.length)
    expect(families).toContain('process_resident_memory_bytes')
    expect(text).toContain('mirror_console_mirror_up{mirror_id="paris",name="The mirror in \\"paris\\""} 1\n')
    expect(text).toContain(
      'mirror_console_mirror_up{mirror_id="berlin",name="The mirror in \\"berlin\\""} 0\n',
    )
    expect(text).toContain('mirror_console_pending_requests 1\n')
    expect(text).toContain('mirror_console_pending_requests_is_lower_bound 0\n')
    expect(text).not.toContain('token-of-the-watch')
  })
})

describe.skipIf(!mayTry('prometheus'))('Prometheus', { timeout: 60_000 }, () => {
  it.each([
    ['the rules', ['check', 'rules', 'mirror-console.rules.yml']],
    [
      'the rules’ own tests',
      ['test', 'rules', 'mirror-console.rules.test.yml', 'mirror-console.days.test.yml'],
    ],
    ['the example of its settings', ['check', 'config', 'prometheus.yml']],
  ])('accepts %s', (_name, args) => {
    const { status, output } = promtool(args)
    expect(output).toContain('SUCCESS')
    expect(status).toBe(0)
  })

  it('finds nothing wrong with the names and texts of the metrics', async () => {
    const { metricsUrl } = await startWatchingGateway()
    const { status, output } = promtool(['check', 'metrics'], await readMetrics(metricsUrl))
    expect(output).toBe('')
    expect(status).toBe(0)
  })

  it('reads a gateway that watches, and knows which mirrors are up', async () => {
    const { metricsUrl } = await startWatchingGateway()
    const folder = mkdtempSync(join(tmpdir(), 'mirror-console-prometheus-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(
      join(folder, 'prometheus.yml'),
      JSON.stringify({
        global: { scrape_interval: '1s', scrape_timeout: '1s' },
        scrape_configs: [
          { job_name: 'mirror-console', static_configs: [{ targets: [new URL(metricsUrl).host] }] },
        ],
      }),
    )
    const port = await freePort()
    await startProxy(
      'prometheus',
      [
        `--config.file=${folder}/prometheus.yml`,
        `--storage.tsdb.path=${folder}/data`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      port,
    )
    const ask = async () => {
      const reply = await fetch(`http://127.0.0.1:${port}/api/v1/query?query=mirror_console_mirror_up`)
      if (!reply.ok) return []
      const { data } = v.parse(answer, await reply.json())
      return data.result.map(({ metric, value }) => [metric['mirror_id'], metric['name'], value[1]])
    }
    await expect.poll(ask, { timeout: 40_000 }).toEqual(
      expect.arrayContaining([
        ['paris', 'The mirror in "paris"', '1'],
        ['berlin', 'The mirror in "berlin"', '0'],
      ]),
    )
  })
})
