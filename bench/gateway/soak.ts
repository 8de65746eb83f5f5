import { readdirSync, readFileSync } from 'node:fs'
import { JOBS, startStage } from './bench-stage.ts'
import { measureLoad } from './measure-load.ts'

const ROUND_REQUESTS = 10_000
/** Rounds until code is compiled and the generations of the heap have their size, which grow in steps. */
const WARM_UP = 10
/** 200,000 requests more. */
const ROUNDS = WARM_UP + 20
const CONNECTIONS = 20
/** Clients that disconnect during an answer, in each round. */
const ABORTED = 20

/** Growth after the warm-up that counts as flat: a heap grows and shrinks; a leak of 200 bytes a request exceeds this. */
const MOST_GROWTH_MB = 25

const MB = 1_048_576
const print = (line: string) => process.stdout.write(`${line}\n`)
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

type Sample = {
  readonly rssMb: number
  readonly heapMb: number
  readonly descriptors: number
  readonly resources: number
}

/** `npm run soak`: 200,000 requests through one gateway that is warm; memory, descriptors and handles must be flat after warm-up. */
const stage = await startStage()
try {
  const { port, pid } = stage.gateway
  const url = `http://127.0.0.1:${port}`

  const sample = async (): Promise<Sample> => {
    const text = await (await fetch(stage.metricsUrl)).text()
    const [, rss] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    const [, heap] = /^nodejs_heap_size_used_bytes (\d+)/m.exec(text) ?? []
    const [, resources] = /^nodejs_active_resources (\d+)/m.exec(text) ?? []
    return {
      rssMb: (Number(rss) * 1024) / MB,
      heapMb: Number(heap) / MB,
      descriptors: readdirSync(`/proc/${pid}/fd`).length,
      resources: Number(resources),
    }
  }

  const load = (path: string, requests: number) =>
    measureLoad({ port, request: stage.requestOf(port, path), connections: CONNECTIONS, requests })

  const leave = async () => {
    const left = new AbortController()
    const answer = await fetch(url + JOBS.static, { signal: left.signal })
    left.abort()
    return answer.body?.cancel().catch(() => undefined)
  }

  const samples: Sample[] = []
  let answered = 0
  for (let round = 1; round <= ROUNDS; round += 1) {
    const loads = [
      await load(JOBS['2 kB'], ROUND_REQUESTS * 0.8),
      await load(JOBS['200 kB'], ROUND_REQUESTS * 0.05),
      await load(JOBS.static, ROUND_REQUESTS * 0.05),
      await load('/-/session', ROUND_REQUESTS * 0.05),
      await load('/-/health', ROUND_REQUESTS * 0.05),
    ]
    await Promise.all(Array.from({ length: ABORTED }, leave))
    await Promise.all(
      Array.from({ length: ABORTED }, () => fetch(`${url}/rest/refused`).then((one) => one.text())),
    )
    const failures = loads.reduce((sum, one) => sum + one.failures, 0)
    if (failures > 0) throw new Error(`${failures} requests failed in round ${round}`)
    answered += loads.reduce((sum, one) => sum + one.requests, 0) + 2 * ABORTED
    const now = await sample()
    samples.push(now)
    print(
      `${answered} requests: ${now.rssMb.toFixed(0)} MB, ${now.heapMb.toFixed(0)} MB of it heap in use, ${now.descriptors} descriptors, ${now.resources} active resources`,
    )
  }

  const first = samples.slice(WARM_UP, WARM_UP + 5)
  const last = samples.slice(-5)
  const growth = (pick: (one: Sample) => number) => median(last.map(pick)) - median(first.map(pick))
  const rss = growth(({ rssMb }) => rssMb)
  const descriptors = growth(({ descriptors }) => descriptors)
  const resources = growth(({ resources }) => resources)
  print(
    `After the warm-up: ${rss.toFixed(1)} MB (≤ ${MOST_GROWTH_MB}), ${descriptors} descriptors (≤ 5), ${resources} active resources (≤ 5)`,
  )
  if (rss > MOST_GROWTH_MB || descriptors > 5 || resources > 5) {
    print('NOT FLAT')
    process.exitCode = 1
  }
} finally {
  stage.close()
}
