import type { MirrorLife } from '#upstream/life/mirror-life.ts'
import { mirrorIdOf } from './make-mirror.ts'

const lives: Readonly<Record<string, MirrorLife>> = {
  dublin: { followMs: 2_000, episodes: [] },
  virginia: {
    followMs: 4_000,
    episodes: [{ kind: 'away', firstMs: 40_000, lastsMs: 45_000, everyMs: 150_000, variesMs: 30_000 }],
  },
  mumbai: {
    followMs: 35_000,
    episodes: [
      { kind: 'synchronizing', firstMs: 60_000, lastsMs: 75_000, everyMs: 300_000, variesMs: 60_000 },
    ],
  },
  'build-farm': {
    followMs: 8_000,
    episodes: [{ kind: 'slow', firstMs: 90_000, lastsMs: 40_000, everyMs: 200_000, variesMs: 40_000 }],
  },
}

/**
 * How the four mirrors of a good day live, by their ids: one is quick and always there, one goes and comes back, one is
 * far away and counts its repositories again, and one is slow now and then.
 */
export const CALM_LIVES: Readonly<Record<string, MirrorLife>> = Object.fromEntries(
  Object.entries(lives).map(([key, life]) => [mirrorIdOf(key), life]),
)
