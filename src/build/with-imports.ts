import type { Rolldown } from 'vite'

/** What is asked of a chunk to follow its imports. */
export type LinkedChunk = Pick<Rolldown.OutputChunk, 'fileName' | 'imports'>

/** A chunk and all that it imports before it runs, by file name. */
export const withImports = (
  chunks: readonly LinkedChunk[],
  fileName: string,
  seen = new Set<string>(),
): ReadonlySet<string> => {
  if (seen.has(fileName)) return seen
  seen.add(fileName)
  const chunk = chunks.find((one) => one.fileName === fileName)
  for (const imported of chunk?.imports ?? []) withImports(chunks, imported, seen)
  return seen
}
