import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createUpstreamFetch } from '#gateway/upstream/upstream-fetch.ts'
import { createUpstreamPool } from '#gateway/upstream/upstream-pool.ts'
import { READY } from '#gateway/lanes.ts'
import { ConfigError } from '#gateway/ops/config-error.ts'
import { type Config, type Environment, readConfig } from '#gateway/ops/config.ts'
import type { UpstreamAddress } from '#gateway/upstream/upstream-address.ts'
import { checkBitbucket } from './check-bitbucket.ts'
import { checkPublicUrl } from './check-public-url.ts'
import { checkWatchToken } from './check-watch-token.ts'
import { type Finding, note, ok, wrong } from './finding.ts'
import { inspectStore, type InspectedStore } from './inspect-store.ts'
import { LISTED_SETTINGS } from './listed-settings.ts'

/** What `--check` found, and the store for those who also want to know its size. */
export type CheckUp = {
  readonly findings: readonly Finding[]
  /** `null` where the settings do not say which. */
  readonly store: InspectedStore | null
}

/** A person waits for it, in ms: less than pages wait. */
const TIMEOUTS = { connectMs: 5000, answerMs: 15_000, totalMs: 20_000 }

/** @throws ConfigError */
const readWithUpstream = (env: Environment) => {
  const config = readConfig(env)
  if (config.upstream === null) {
    throw new ConfigError('BITBUCKET_URL must be given, for example https://bitbucket.example.com.')
  }
  return { config, upstream: config.upstream }
}

const aboutBitbucket = async (config: Config, upstream: UpstreamAddress, now: () => number) => {
  const pool = createUpstreamPool(upstream.origin, config.certificates, TIMEOUTS)
  const source = { upstream: upstream.href, fetchUpstream: createUpstreamFetch(pool, READY), now }
  try {
    const found = await checkBitbucket(source)
    // Where it does not answer at all, every further question would fail alike.
    if (found[0].verdict !== 'OK')
      return [...found, note('WATCH_TOKEN was not checked: Bitbucket must answer first.')]
    return [...found, ...(await checkWatchToken(source, config.watchToken))]
  } finally {
    await pool.destroy()
  }
}

const namesOf = (env: Environment): string =>
  LISTED_SETTINGS.flatMap(({ name }) => ((env[name]?.trim() ?? '') === '' ? [] : [name])).join(', ')

/** Checks everything that an administrator can mend before people come. It starts nothing and changes nothing. */
export const checkUp = async (env: Environment, distDir: string, now: () => number): Promise<CheckUp> => {
  const built = existsSync(join(distDir, 'index.html'))
    ? ok('The console itself is complete.')
    : wrong('The built console is missing. Unpack the archive again, or in a clone run: npm run build')
  try {
    const { config, upstream } = readWithUpstream(env)
    const [ofBitbucket, ofPublicUrl, store] = await Promise.all([
      aboutBitbucket(config, upstream, now),
      checkPublicUrl(config, upstream.href),
      inspectStore(config.watchStore),
    ])
    const settings = ok(`The settings can be read: ${namesOf(env)}.`)
    const stored = config.watchToken === null ? [] : [store.finding]
    return { findings: [built, settings, ...ofBitbucket, ...ofPublicUrl, ...stored], store }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const rest = note('Nothing else was checked: every setting must be right first.')
    return { findings: [built, wrong(error.message), rest], store: null }
  }
}

/** What a caller of `--check` gets as exit code. */
export const exitCodeOf = (findings: readonly Finding[]): 0 | 1 =>
  findings.some(({ verdict }) => verdict === 'Wrong') ? 1 : 0
