import { loadavg } from 'node:os'
import { type Candidate, JOBS, startStage } from './bench-stage.ts'
import { measureCalm, measureLoad } from './measure-load.ts'

/** Interleaved; medians of these are printed. */
const ROUNDS = 5
const ROUND_MS = 2000
/** As many as one session may have under way. */
const CONNECTIONS = 24

/** Least share of nginx's requests per second, of one core each. */
const BUDGETS = { '2 kB': 0.25, '200 kB': 0.35, static: 0.7 } as const
const MOST_CPU = 4.5
const MOST_ADDED_MS = 0.4

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const print = (line: string) => process.stdout.write(`${line}\n`)
const verdict = (isWithin: boolean) => (isWithin ? 'within' : 'OVER')

/** `npm run bench:gateway`: the gateway beside nginx with the same job, on one core each, in one run. */
const [loadBefore = 0] = loadavg()
if (loadBefore > 1) {
  print(`The machine is busy (load ${loadBefore.toFixed(1)}): trust the CPU columns more than the rates.\n`)
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
    return { perSecond: requests / seconds, cpuMs: ((cpu() - before) * 1000) / requests }
  }
  type Run = Awaited<ReturnType<typeof run>>
  for (const path of Object.values(JOBS)) await run(stage.gateway, path)
  print('| job | nginx/s | gateway/s | ratio | nginx CPU ms | gateway CPU ms | CPU ratio | budget |')
  print('|---|---|---|---|---|---|---|---|')
  for (const [job, least] of Object.entries(BUDGETS)) {
    const path = Object.entries(JOBS).find(([name]) => name === job)?.[1] ?? '/'
    const nginx: Run[] = []
    const gateway: Run[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      nginx.push(await run(stage.nginx, path))
      gateway.push(await run(stage.gateway, path))
    }
    const [there, here] = [nginx, gateway].map((rounds) => ({
      perSecond: median(rounds.map(({ perSecond }) => perSecond)),
      cpuMs: median(rounds.map(({ cpuMs }) => cpuMs)),
    }))
    if (there === undefined || here === undefined) continue
    // Of neighbours in time, since a shared machine is faster in one minute than in the next.
    const ratio = median(gateway.map(({ perSecond }, at) => perSecond / (nginx[at]?.perSecond ?? 0)))
    const cpuRatio = here.cpuMs / there.cpuMs
    const isWithin = ratio >= least && (job !== '2 kB' || cpuRatio <= MOST_CPU)
    print(
      `| ${job} | ${there.perSecond.toFixed(0)} | ${here.perSecond.toFixed(0)} | ${ratio.toFixed(2)} (≥ ${least}) | ${there.cpuMs.toFixed(3)} | ${here.cpuMs.toFixed(3)} | ${cpuRatio.toFixed(1)} | ${verdict(isWithin)} |`,
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
