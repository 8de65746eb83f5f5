import { memoryUsage } from 'node:process'
import type { RequestLogLine } from './request-log.ts'

/** Upper ends of the buckets in seconds: from a file out of memory to the longest wait for Bitbucket. */
const BUCKETS = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10, 30, 120] as const

/** Methods that get a name of their own; a parser knows forty, and each would be a series. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE'])

type Series = { readonly buckets: number[]; count: number; sum: number }

/** What is read at the moment of asking. */
type Moment = { readonly forwardsUnderWay: number }

type Routes = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<number, Series>>>

/** The entry of a map, made when it is missing. */
const entryOf = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

const labelled = (routes: Routes) =>
  [...routes].flatMap(([route, methods]) =>
    [...methods].flatMap(([method, statuses]) =>
      [...statuses].map(([status, series]) => ({
        labels: `method="${method}",route="${route}",status="${status}"`,
        series,
      })),
    ),
  )

const gauge = (name: string, help: string, value: number, type = 'gauge'): string =>
  `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`

/**
 * Counts answered requests by method, route template and status, for Prometheus (text format 0.0.4). No label comes
 * from what was sent, so their number is bounded by the contract and nothing secret can be in them.
 */
export const createMetrics = () => {
  // By route, then method, then status: joining the three into one key costs more than three lookups.
  const routes = new Map<string, Map<string, Map<number, Series>>>()
  return {
    /** Takes one answered request. */
    count: ({ method, route, status, ms }: RequestLogLine): void => {
      const methods = entryOf(routes, route, () => new Map<string, Map<number, Series>>())
      const statuses = entryOf(
        methods,
        METHODS.has(method) ? method : 'other',
        () => new Map<number, Series>(),
      )
      const known = entryOf(statuses, status, () => ({ buckets: BUCKETS.map(() => 0), count: 0, sum: 0 }))
      const seconds = ms / 1000
      known.count += 1
      known.sum += seconds
      const at = BUCKETS.findIndex((upTo) => seconds <= upTo)
      if (at !== -1) known.buckets[at] = (known.buckets[at] ?? 0) + 1
    },
    /** Everything counted so far. */
    text: ({ forwardsUnderWay }: Moment): string => {
      const { rss, heapUsed } = memoryUsage()
      const { user, system } = process.cpuUsage()
      const name = 'mirror_console_request_duration_seconds'
      const lines: string[] = []
      for (const { labels, series } of labelled(routes)) {
        const { buckets, count, sum } = series
        let below = 0
        for (const [at, upTo] of BUCKETS.entries()) {
          below += buckets[at] ?? 0
          lines.push(`${name}_bucket{${labels},le="${upTo}"} ${below}`)
        }
        lines.push(`${name}_bucket{${labels},le="+Inf"} ${count}`)
        lines.push(`${name}_sum{${labels}} ${sum}`, `${name}_count{${labels}} ${count}`)
      }
      return [
        `# HELP ${name} Answered requests, from the first line to the last byte.\n# TYPE ${name} histogram\n`,
        lines.map((line) => `${line}\n`).join(''),
        gauge('mirror_console_forwards_under_way', 'Requests being forwarded.', forwardsUnderWay),
        gauge('process_resident_memory_bytes', 'Resident memory in bytes.', rss),
        gauge('nodejs_heap_size_used_bytes', 'Used heap in bytes.', heapUsed),
        gauge('process_cpu_seconds_total', 'User and system time.', (user + system) / 1e6, 'counter'),
        gauge('nodejs_active_resources', 'Handles and timers.', process.getActiveResourcesInfo().length),
      ].join('')
    },
  }
}
