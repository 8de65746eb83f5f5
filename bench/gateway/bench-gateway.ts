import { loadavg } from 'node:os'
import { type Candidate, JOBS, startStage } from './bench-stage.ts'
import { measureCalm, measureLoad } from './measure-load.ts'

/** Interleaved, nginx and the gateway alternately; medians of these are printed. */
const ROUNDS = 9
const ROUND_MS = 1000
/** As many as one session may have under way. */
const CONNECTIONS = 24

/** Least share of nginx's requests per second of one core. A quarter of its rate is four times its processor time. */
const BUDGETS = { '2 kB': 0.25, '200 kB': 0.35, static: 0.7 } as const
const MOST_ADDED_MS = 0.4

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const print = (line: string) => process.stdout.write(`${line}\n`)
const verdict = (isWithin: boolean) => (isWithin ? 'within' : 'OVER')

/**
 * `npm run bench:gateway`: the gateway beside nginx with the same job, in one run. Rates are per second of the core's
 * own time: by the clock, a fast server only shows how fast the client beside it is, and how busy the machine was.
 */
const [loadBefore = 0] = loadavg()
if (loadBefore > 1) {
  print(
    `The machine is busy (load ${loadBefore.toFixed(1)}): its other work takes the caches, and Node suffers first.\n`,
  )
}
const stage = await startStage()
try {
  const run = async ({ port, cpu }: Candidate, path: string) => {
    const before = cpu()
    const { requests, seconds, failures } = await measureLoad({
      port,
      request: stage.requestOf(port, path),
      connections: CONNECTIONS,
      ms: ROUND_MS,
    })
    if (failures > 0) throw new Error(`${failures} of ${requests} requests failed for ${path}`)
    const busy = cpu() - before
    return { perCore: requests / busy, perClock: requests / seconds, busy: busy / seconds }
  }
  type Run = Awaited<ReturnType<typeof run>>
  const summary = (runs: readonly Run[]) =>
    `${median(runs.map(({ perCore }) => perCore)).toFixed(0)} (${median(runs.map(({ perClock }) => perClock)).toFixed(0)} by the clock, ${(median(runs.map(({ busy }) => busy)) * 100).toFixed(0)} % busy)`
  for (const path of Object.values(JOBS)) await run(stage.gateway, path)
  print('Requests per second of one core:\n')
  print('| job | nginx | gateway | share (range) | budget |')
  print('|---|---|---|---|---|')
  for (const [job, least] of Object.entries(BUDGETS)) {
    const path = Object.entries(JOBS).find(([name]) => name === job)?.[1] ?? '/'
    const nginx: Run[] = []
    const gateway: Run[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      nginx.push(await run(stage.nginx, path))
      gateway.push(await run(stage.gateway, path))
    }
    // Of neighbours in time, since a shared machine is faster in one minute than in the next.
    const shares = gateway.map(({ perCore }, at) => perCore / (nginx[at]?.perCore ?? 0))
    const share = median(shares)
    print(
      `| ${job} | ${summary(nginx)} | ${summary(gateway)} | ${share.toFixed(2)} (${Math.min(...shares).toFixed(2)}-${Math.max(...shares).toFixed(2)}) | ≥ ${least}: ${verdict(share >= least)} |`,
    )
  }
  const calm = { direct: new Array<number>(), nginx: new Array<number>(), gateway: new Array<number>() }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, port] of [
      ['direct', stage.upstreamPort],
      ['nginx', stage.nginx.port],
      ['gateway', stage.gateway.port],
    ] as const) {
      calm[name].push(await measureCalm(port, stage.requestOf(port, JOBS['2 kB']), 200))
    }
  }
  const direct = median(calm.direct)
  const added = median(calm.gateway) - direct
  print(
    `\nAt a calm rate, 2 kB, median: direct ${direct.toFixed(2)} ms; nginx adds ${(median(calm.nginx) - direct).toFixed(2)} ms, the gateway ${added.toFixed(2)} ms (≤ ${MOST_ADDED_MS}): ${verdict(added <= MOST_ADDED_MS)}`,
  )
} finally {
  stage.close()
}
