import { type CellState, codeOf, stateOf } from './cell-state.ts'

/** What is known about a pair, and since when (this browser's clock, epoch ms, to the second). */
export type Known = { readonly state: CellState; readonly at: number }

/** Repositories whose answers stand in one piece of memory. */
const BLOCK = 1024

/** Mirrors there is room for at first; twice as many whenever that is too few. */
const FIRST_WIDTH = 32

type Block = { readonly codes: Uint8Array; readonly seconds: Uint32Array }

/** Ids and their places, in the order in which they came. */
const createPlaces = () => {
  const places = new Map<string, number>()
  return {
    of: (id: string): number | undefined => places.get(id),
    take: (id: string): number => {
      const place = places.get(id) ?? places.size
      places.set(id, place)
      return place
    },
  }
}

/**
 * Remembers what mirrors said about repositories: one byte and one time for each pair, since 100,000 repositories on 30
 * mirrors are three million pairs, and an object for each would fill the tab.
 */
export const createCoverageAnswers = () => {
  let repositories = createPlaces()
  let mirrors = createPlaces()
  let blocks: Block[] = []
  let width = FIRST_WIDTH

  const widen = () => {
    const before = width
    width *= 2
    blocks = blocks.map(({ codes, seconds }) => {
      const wide = { codes: new Uint8Array(BLOCK * width), seconds: new Uint32Array(BLOCK * width) }
      for (let row = 0; row < BLOCK; row += 1) {
        wide.codes.set(codes.subarray(row * before, (row + 1) * before), row * width)
        wide.seconds.set(seconds.subarray(row * before, (row + 1) * before), row * width)
      }
      return wide
    })
  }
  /** The block of a repository and where its pairs begin there. */
  const rowOf = (repositoryId: string): { readonly block: Block; readonly start: number } | undefined => {
    const place = repositories.of(repositoryId)
    const block = place === undefined ? undefined : blocks[Math.floor(place / BLOCK)]
    return place === undefined || block === undefined ? undefined : { block, start: (place % BLOCK) * width }
  }
  const codeAt = (repositoryId: string, mirrorId: string): number => {
    const row = rowOf(repositoryId)
    const column = mirrors.of(mirrorId)
    return row === undefined || column === undefined ? 0 : (row.block.codes[row.start + column] ?? 0)
  }

  return {
    remember: (repositoryId: string, mirrorId: string, { state, at }: Known): void => {
      const column = mirrors.take(mirrorId)
      if (column >= width) widen()
      const place = repositories.take(repositoryId)
      const index = Math.floor(place / BLOCK)
      const block = blocks[index] ?? {
        codes: new Uint8Array(BLOCK * width),
        seconds: new Uint32Array(BLOCK * width),
      }
      blocks[index] = block
      const cell = (place % BLOCK) * width + column
      block.codes[cell] = codeOf(state)
      block.seconds[cell] = at / 1000
    },
    /** What is known about one pair; `undefined` when it was not asked. */
    at: (repositoryId: string, mirrorId: string): Known | undefined => {
      const code = codeAt(repositoryId, mirrorId)
      const row = rowOf(repositoryId)
      const column = mirrors.of(mirrorId)
      if (code === 0 || row === undefined || column === undefined) return undefined
      return { state: stateOf(code), at: (row.block.seconds[row.start + column] ?? 0) * 1000 }
    },
    /** The places of mirrors, for {@link eachCode}; -1 for one that was never asked. */
    columnsOf: (mirrorIds: readonly string[]): Int32Array =>
      Int32Array.from(mirrorIds, (id) => mirrors.of(id) ?? -1),
    /**
     * Tells the code of each mirror's cell to `tell`, by the mirror's place in `columns`. Answers whether anything was
     * ever asked about the repository; if not, it tells nothing.
     */
    eachCode: (
      repositoryId: string,
      columns: Int32Array,
      tell: (index: number, code: number) => void,
    ): boolean => {
      const row = rowOf(repositoryId)
      if (row === undefined) return false
      const { block, start } = row
      for (let index = 0; index < columns.length; index += 1) {
        const column = columns[index] ?? -1
        tell(index, column === -1 ? 0 : (block.codes[start + column] ?? 0))
      }
      return true
    },
    clear: (): void => {
      repositories = createPlaces()
      mirrors = createPlaces()
      blocks = []
      width = FIRST_WIDTH
    },
  }
}

/** What mirrors said about repositories. */
export type CoverageAnswers = ReturnType<typeof createCoverageAnswers>
