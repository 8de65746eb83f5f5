import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '#e2e/find-chromium.ts'
import { signIn } from '#e2e/sign-in.ts'
import { startWorld } from '#e2e/start-world.ts'
import { buildBaseline, type BaselineName } from './build-baseline.ts'
import { type Candidate, measureVisits, type Profile, type Visit } from './measure-visit.ts'
import { medianOf } from './median-of.ts'
import { serveBaseline } from './serve-baseline.ts'

const PROFILES: readonly Profile[] = [
  { name: 'unthrottled', cpu: 1, isSlow4G: false },
  { name: 'Slow 4G, CPU ÷4', cpu: 4, isSlow4G: true },
]
const BASELINES: readonly BaselineName[] = ['query', 'mantine']
const BASELINE_NAMES = { query: 'baseline: React, Query', mantine: 'baseline: + router, Mantine' }

const signedIn = async (browser: Browser, url: string) => {
  const context = await browser.newContext()
  await signIn(await context.newPage(), url, 'admin')
  const state = await context.storageState()
  await context.close()
  return state
}

/** The pages that people open first, and what counts as their first row of data. */
const PAGES = [
  { path: '/', row: 'section[aria-labelledby] a[href*="/mirrors/"]' },
  { path: '/requests', row: 'tbody th[scope="row"] a' },
  { path: '/mirrors', row: 'tbody th[scope="row"] a' },
  { path: '/repositories/:id', row: 'section[aria-labelledby="availability"] li h3 a' },
] as const

/** The id of the first repository there is. */
const someRepository = async (bitbucketUrl: string): Promise<string> => {
  const answer = await fetch(`${bitbucketUrl}/rest/mirroring/latest/repos?limit=1`, {
    headers: { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` },
  })
  const page: { values: readonly { id: string | number }[] } = await answer.json()
  return String(page.values[0]?.id ?? '')
}

type Row = { readonly name: string; readonly visits: Visit[] }

const tableOf = (profile: string, rows: readonly Row[]): string => {
  const baseline = medianOf(
    rows.find(({ name }) => name === BASELINE_NAMES.mantine)?.visits.map((one) => one.readyMs) ?? [],
  )
  const line = ({ name, visits }: Row): string => {
    const middle = (key: keyof Visit) => medianOf(visits.map((one) => one[key])).median
    const beside = (key: keyof Visit) =>
      `${middle(key).toFixed(0)} (${(middle(key) / baseline.median).toFixed(2)})`
    const rangeOf = (key: 'paintMs' | 'usableMs') => {
      const { least, most } = medianOf(visits.map((one) => one[key]))
      return `${least.toFixed(0)} to ${most.toFixed(0)}`
    }
    return [
      name,
      (middle('bytes') / 1000).toFixed(0),
      middle('requests'),
      beside('paintMs'),
      rangeOf('paintMs'),
      beside('readyMs'),
      beside('usableMs'),
      rangeOf('usableMs'),
      middle('blockingMs').toFixed(0),
      middle('nodes'),
      middle('heapMb').toFixed(1),
      middle('shift').toFixed(3),
    ].join(' | ')
  }
  return [
    `### ${profile}`,
    '',
    '| | kB | requests | first paint, ms (÷ plain baseline’s ready) | range | first row, ms (÷) | that answers, ms (÷) | range | blocking ms | nodes | heap MB | shift |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${line(row)} |`),
  ].join('\n')
}

/**
 * Load of four pages until their first data row, beside baselines that read one table, cold and warm; interleaved, so that every
 * round has the same conditions. Returns Markdown.
 */
export const benchLoad = async (rounds: number): Promise<string> => {
  const { world, stop } = await startWorld('crowded')
  const found = findChromium()
  const browser = await chromium.launch(found === null ? {} : { executablePath: found.path })
  const baselines = []
  try {
    for (const name of BASELINES) {
      baselines.push({ name, ...(await serveBaseline(name, await buildBaseline(name), world.bitbucketUrl)) })
    }
    const state = await signedIn(browser, world.url)
    const repository = await someRepository(world.bitbucketUrl)
    const candidates: readonly Candidate[] = [
      ...baselines.map(({ name, url }) => ({
        name: BASELINE_NAMES[name],
        url,
        row: 'tbody tr',
        usable: 'tbody tr',
      })),
      ...PAGES.map(({ path, row }) => ({
        name: `Mirror Console ${path}`,
        url: world.url + path.replace(':id', repository),
        row,
        usable: `main:not([inert]) ${row}`,
        state,
      })),
    ]
    const tables: string[] = []
    for (const profile of PROFILES) {
      const [cold, warm] = [0, 1].map(() => candidates.map(({ name }): Row => ({ name, visits: [] })))
      for (let round = 0; round < rounds; round += 1) {
        for (const [at, candidate] of candidates.entries()) {
          const visits = await measureVisits(browser, candidate, profile)
          cold?.[at]?.visits.push(visits.cold)
          warm?.[at]?.visits.push(visits.warm)
        }
      }
      tables.push(
        tableOf(`${profile.name}, cold`, cold ?? []),
        tableOf(`${profile.name}, second visit`, warm ?? []),
      )
    }
    return tables.join('\n\n')
  } finally {
    for (const { close } of baselines) close()
    await browser.close()
    await stop()
  }
}
