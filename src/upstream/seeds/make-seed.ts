import type { SeedName } from '#upstream/seed-names.ts'
import { brokenSeed } from './broken-seed.ts'
import { calmSeed } from './calm-seed.ts'
import { crowdedSeed } from './crowded-seed.ts'
import { emptySeed } from './empty-seed.ts'
import { hostileSeed } from './hostile-seed.ts'
import { lopsidedSeed } from './lopsided-seed.ts'
import type { Seed, SeedSetting } from './seed.ts'

const makers = {
  calm: calmSeed,
  crowded: crowdedSeed,
  empty: emptySeed,
  broken: brokenSeed,
  hostile: hostileSeed,
  lopsided: lopsidedSeed,
} as const satisfies Record<SeedName, (setting: SeedSetting) => Seed>

/** Makes the world with this name. */
export const makeSeed = (name: SeedName, setting: SeedSetting): Seed => makers[name](setting)
