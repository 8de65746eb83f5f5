import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { benchLoad } from './load.ts'
import { benchLists, benchMatrix } from './long-tables.ts'
import { benchVisits } from './visits.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** Interleaved rounds; medians are reported. */
const ROUNDS = 5

/** A part that has a program of its own, which prints Markdown. */
const program = (file: string) => () => {
  const { stdout, status } = spawnSync(process.execPath, [file], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`${file} ended with ${String(status)}`)
  return Promise.resolve(stdout)
}

const parts: Readonly<Record<string, () => Promise<string>>> = {
  load: () => benchLoad(ROUNDS),
  lists: benchLists,
  matrix: benchMatrix,
  visits: benchVisits,
  gateway: program('bench/gateway/bench-gateway.ts'),
}

/**
 * `npm run bench [-- part …]`: measures the built console beside the baselines and nginx, prints Markdown, and keeps it
 * in `.cache/bench`. Only ratios within one run mean anything.
 */
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  process.stderr.write(`There is no part "${unknown.join('", "')}": ${Object.keys(parts).join(', ')}.\n`)
  process.exitCode = 2
} else {
  const chosen = asked.length > 0 ? asked : Object.keys(parts)
  const [load = 0] = loadavg()
  const texts = [`# Bench\n\n${cpus().length} cores, load ${load.toFixed(1)} at the start.`]
  for (const name of chosen) {
    process.stderr.write(`${name} …\n`)
    texts.push(`## ${name}\n\n${await parts[name]?.()}`)
  }
  const text = `${texts.join('\n\n')}\n`
  mkdirSync(`${ROOT}/.cache/bench`, { recursive: true })
  writeFileSync(`${ROOT}/.cache/bench/results.md`, text)
  process.stdout.write(text)
}
