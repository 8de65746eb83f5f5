/** A repository, and how long it took a mirror to have a push to it, in ms. */
export type SlowRepository = { readonly repositoryId: string; readonly ms: number }

/** Repositories that are remembered of an hour, and named at most. */
const NAMED = 5

/** The slowest of them, each repository once with its longest time, the slowest first. */
export const slowestOf = (all: readonly SlowRepository[]): SlowRepository[] => {
  const longest = new Map<string, number>()
  for (const { repositoryId, ms } of all) {
    longest.set(repositoryId, Math.max(ms, longest.get(repositoryId) ?? 0))
  }
  return [...longest]
    .map(([repositoryId, ms]) => ({ repositoryId, ms }))
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, NAMED)
}

/** As it is kept: `id:ms`, one after the other. Ids have no blank and no colon. */
export const slowestText = (slowest: readonly SlowRepository[]): string =>
  slowest.map(({ repositoryId, ms }) => `${repositoryId}:${ms}`).join(' ')

/** Reads {@link slowestText}. */
export const slowestIn = (text: string): readonly SlowRepository[] =>
  text === ''
    ? []
    : text.split(' ').map((pair) => {
        const at = pair.indexOf(':')
        return { repositoryId: pair.slice(0, at), ms: Number(pair.slice(at + 1)) }
      })
