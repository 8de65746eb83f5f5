import * as v from 'valibot'
import { ConfigError } from '#gateway/ops/config-error.ts'
import type { Environment } from '#gateway/ops/config.ts'
import { SEED_NAMES } from '#upstream/seed-names.ts'

const PROFILES = ['8.16', '9.4'] as const

const settings = v.object({
  EMBEDDED_SEED: v.optional(v.picklist(SEED_NAMES, `must be one of ${SEED_NAMES.join(', ')}`), 'calm'),
  EMBEDDED_PROFILE: v.optional(v.picklist(PROFILES, `must be one of ${PROFILES.join(', ')}`), '8.16'),
})

/**
 * Reads which world the small Bitbucket starts with and which version it plays. Empty means unset.
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
  return { seed: read.output.EMBEDDED_SEED, profile: read.output.EMBEDDED_PROFILE }
}
