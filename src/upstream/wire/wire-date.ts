import type { Profile } from '#upstream/profile.ts'

/**
 * A date as each version writes it: epoch ms in 8.x (so does the vendor's own fixture, 1453879734348), ISO 8601 with
 * Java's offset in 9.x (documented as `date-time`).
 */
export const wireDate = (ms: number, profile: Profile): number | string =>
  profile === '8.16' ? ms : new Date(ms).toISOString().replace('Z', '+0000')
