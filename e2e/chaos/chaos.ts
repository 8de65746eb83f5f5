/**
 * `npm run chaos -- --seed N --minutes M`: what nobody planned, by chance that can be repeated. `--replay FILE` carries
 * out a plan that was kept.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findChromium } from '#e2e/find-chromium.ts'
import * as v from 'valibot'
import { plan } from './act.ts'
import { explore, replay } from './explore.ts'

const FOLDER = '.cache/chaos'
const ACTS = 40
const SHRINK_MS = 6 * 60_000

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '3' },
    path: { type: 'string' },
    replay: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  },
})
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const note = values.quiet ? () => undefined : (line: string) => say(`  ${line}`)
const found = findChromium()
const browser = await chromium.launch(found === null ? {} : { executablePath: found.path })
try {
  if (values.replay === undefined) await runFor(Number(values.seed), Number(values.minutes))
  else {
    await replay(browser, v.parse(plan, JSON.parse(readFileSync(values.replay, 'utf8'))), note)
    say('No promise was broken.')
  }
} finally {
  await browser.close()
}

async function runFor(seed: number, minutes: number): Promise<void> {
  const began = Date.now()
  const actsUntil = began + minutes * 60_000
  let [done, skipped, rounds] = [0, 0, 0]
  while (Date.now() < actsUntil) {
    const number = seed * 1000 + rounds
    rounds += 1
    note(`round ${rounds} of seed ${seed}`)
    const bounds = { acts: ACTS, actsUntil, shrinkMs: SHRINK_MS }
    const explored = await explore(browser, number, bounds, note)
    done += explored.done
    skipped += explored.skipped
    if (explored.failure === null) continue
    mkdirSync(FOLDER, { recursive: true })
    const file = `${FOLDER}/seed-${number}.json`
    writeFileSync(file, `${JSON.stringify(explored.failure.plan, null, 2)}\n`)
    say(`Seed ${seed}, round ${rounds} broke a promise:\n${explored.failure.words}`)
    say(`The acts are in ${file}: npm run chaos -- --replay ${file}`)
    process.exitCode = 1
    return
  }
  say(
    `Seed ${seed}: ${done} acts in ${rounds} rounds, ${skipped} not possible, ${Math.round((Date.now() - began) / 1000)} s. No promise was broken.`,
  )
}
