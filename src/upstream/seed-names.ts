/** The worlds the small Bitbucket can start with; each is described in the room's README. */
export const SEED_NAMES = ['calm', 'crowded', 'empty', 'broken', 'hostile', 'lopsided'] as const

/** One of {@link SEED_NAMES}. */
export type SeedName = (typeof SEED_NAMES)[number]
