import { catalogueOf } from '#upstream/catalogue.ts'
import type { Seed } from './seed.ts'

/** Nothing at all: the first day. */
export const emptySeed = (): Seed => ({
  mirrors: [],
  requests: () => [],
  catalogue: catalogueOf([], []),
  preferences: {},
})
