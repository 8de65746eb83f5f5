import { SEED_NAMES, type SeedName } from '#upstream/seed-names.ts'

/** The seed that the query of an address names by `seed`; the first of all where it names none. */
export const seedOfAddress = (address: string): SeedName => {
  const named = new URL(address).searchParams.get('seed')
  return SEED_NAMES.find((name) => name === named) ?? SEED_NAMES[0]
}
