import * as v from 'valibot'
import { ConfigError } from '#gateway/ops/config-error.ts'
import type { Environment } from '#gateway/ops/config.ts'
import { LIST_NAMES } from '#upstream/list-names.ts'
import { SEED_NAMES } from '#upstream/seed-names.ts'

const PROFILES = ['8.16', '9.4'] as const

const settings = v.object({
  EMBEDDED_SEED: v.optional(v.picklist(SEED_NAMES, `must be one of ${SEED_NAMES.join(', ')}`), 'calm'),
  EMBEDDED_PROFILE: v.optional(v.picklist(PROFILES, `must be one of ${PROFILES.join(', ')}`), '8.16'),
  EMBEDDED_LISTS: v.optional(v.picklist(LIST_NAMES, `must be one of ${LIST_NAMES.join(', ')}`), 'plain'),
  EMBEDDED_LIVE: v.optional(v.picklist(['0', '1'], 'must be 0 or 1'), '0'),
})

/**
 * The settings of a start by a person, for whom the small Bitbucket lives unless `EMBEDDED_LIVE` is 0. Elsewhere, as in
 * tests, it is still unless that is 1.
 */
export const liveUnlessOff = (env: Environment): Environment => ({
  ...env,
  EMBEDDED_LIVE: (env['EMBEDDED_LIVE']?.trim() ?? '') === '' ? '1' : env['EMBEDDED_LIVE'],
})

/**
 * Reads which world the small Bitbucket starts with, which version it plays, how it gives its lists and whether it lives. Empty
 * means unset.
 *
 * @throws ConfigError with one plain sentence.
 */
export const readEmbeddedSettings = (env: Environment) => {
  const given = Object.keys(settings.entries).flatMap((name) => {
    const value = env[name]?.trim() ?? ''
    return value === '' ? [] : [[name, value]]
  })
  const read = v.safeParse(settings, Object.fromEntries(given))
  if (!read.success) {
    const [issue] = read.issues
    throw new ConfigError(`${v.getDotPath(issue) ?? 'A setting'} ${issue.message}.`)
  }
  const { EMBEDDED_SEED, EMBEDDED_PROFILE, EMBEDDED_LISTS, EMBEDDED_LIVE } = read.output
  return {
    seed: EMBEDDED_SEED,
    profile: EMBEDDED_PROFILE,
    lists: EMBEDDED_LISTS,
    live: EMBEDDED_LIVE === '1',
  }
}
