import { describe, expect, it, onTestFinished } from 'vitest'
import { createMetrics } from './metrics.ts'
import { createMetricsServer } from './metrics-server.ts'
import { jsonAnswer } from '#gateway/testing/raw-upstream.ts'
import { rawRequest } from '#gateway/testing/raw-request.ts'
import { runningGateway } from '#gateway/testing/running-gateway.ts'
import { signedInGateway } from '#gateway/testing/signed-in-gateway.ts'

const MIRRORS = '/rest/mirroring/latest/mirrorServers'
const WITH_METRICS = { env: { METRICS_PORT: '0' } }
const line = { time: '', requestId: '', method: 'GET', route: '/x', status: 200 }

describe('the metrics', () => {
  it('are a histogram of answered requests', () => {
    const metrics = createMetrics()
    for (const ms of [0, 3, 20, 20, 999_999]) metrics.count({ ...line, ms })
    const text = metrics.text({ forwardsUnderWay: 3 })
    const name = 'mirror_console_request_duration_seconds'
    const labels = 'method="GET",route="/x",status="200"'
    expect(text).toContain(`# TYPE ${name} histogram\n`)
    expect(text).toContain(`${name}_bucket{${labels},le="0.001"} 1\n`)
    expect(text).toContain(`${name}_bucket{${labels},le="0.005"} 2\n`)
    expect(text).toContain(`${name}_bucket{${labels},le="120"} 4\n`)
    expect(text).toContain(`${name}_bucket{${labels},le="+Inf"} 5\n`)
    expect(text).toContain(`${name}_count{${labels}} 5\n`)
    expect(text).toContain('mirror_console_forwards_under_way 3\n')
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
  })

  it('are lines that Prometheus reads, each family described once', () => {
    const metrics = createMetrics()
    metrics.count({ ...line, ms: 1 })
    metrics.count({ ...line, method: 'POST', ms: 1 })
    const lines = metrics.text({ forwardsUnderWay: 0 }).trimEnd().split('\n')
    const sample = /^[a-z_]+(?:\{(?:[a-z]+="[^"\\]*",?)+\})? [\d.e+-]+$/
    const comment = /^# (?:HELP [a-z_]+ .+|TYPE [a-z_]+ (?:gauge|counter|histogram))$/
    expect(lines.filter((text) => !sample.test(text) && !comment.test(text))).toEqual([])
    const described = lines.filter((text) => text.startsWith('# TYPE '))
    expect(new Set(described).size).toBe(described.length)
  })

  it('have at most as many series as the contract has rows, for any requests', async () => {
    const { gateway, ask } = await signedInGateway(jsonAnswer({}), WITH_METRICS)
    for (const id of ['a', 'b', 'c']) await ask(`${MIRRORS}/${id}`)
    for (const path of ['/x', '/y', '/-/panel/a', '/-/panel/b', '/-/fleet?mirror=a', '/-/fleet', '/-/z'])
      await ask(path)
    await ask('/', { method: 'OPTIONS' })
    const text = await (await fetch(gateway.metricsUrl)).text()
    const routes = [...text.matchAll(/_count\{method="(\w+)",route="([^"]*)"/g)].map(
      ([, method, route]) => `${method} ${route}`,
    )
    expect(routes.toSorted((a, b) => a.localeCompare(b))).toEqual([
      'GET /-',
      'GET /-/fleet',
      'GET /-/panel/{mirrorId}',
      `GET ${MIRRORS}/{mirrorId}`,
      'GET app',
      'other refused',
    ])
  })

  it('are on a loopback port of their own, under one path and for one name', async () => {
    const { url, metricsUrl } = await runningGateway('http://127.0.0.1:1', WITH_METRICS)
    const answer = await fetch(metricsUrl)
    expect(answer.headers.get('content-type')).toContain('version=0.0.4')
    expect((await fetch(metricsUrl.replace('/metrics', '/'))).status).toBe(404)
    expect((await fetch(metricsUrl, { method: 'POST' })).status).toBe(404)
    const { port } = new URL(metricsUrl)
    expect(
      await rawRequest(
        metricsUrl,
        `GET /metrics HTTP/1.1\r\nHost: evil.example.com:${port}\r\nConnection: close\r\n\r\n`,
      ),
    ).toMatch(/^HTTP\/1\.1 404 /)
    expect((await fetch(`${url}/metrics`, { headers: { accept: 'text/plain' } })).status).toBe(404)
  })

  it('are answered with 500 where they cannot be told, and nothing else', async () => {
    const server = createMetricsServer(() => Promise.reject(new Error('secret')))
    onTestFinished(server.close)
    const answer = await fetch(await server.listen(0))
    expect([answer.status, await answer.text()]).toEqual([500, ''])
  })

  it('are off unless asked for', async () => {
    expect((await runningGateway('http://127.0.0.1:1')).metricsUrl).toBe('')
  })

  it('say which setting to change when their port is taken', async () => {
    const { url } = await runningGateway('http://127.0.0.1:1')
    const { port } = new URL(url)
    await expect(runningGateway('http://127.0.0.1:1', { env: { METRICS_PORT: port } })).rejects.toThrow(
      'set METRICS_PORT to a free port.',
    )
  })
})
