import { type CellState, codeOf, stateOf } from './cell-state.ts'

/** What is known about a pair, and since when (this browser's clock, epoch ms, to the second). */
export type Known = { readonly state: CellState; readonly at: number }

/** Repositories whose answers share one block of memory. */
const BLOCK = 1024

/** Mirrors there is room for at first; twice as many whenever that is too few. */
const FIRST_WIDTH = 32

type Block = { readonly codes: Uint8Array; readonly seconds: Uint32Array }

/** The place of an id in the order in which ids came; a new id gets the next one. */
const placeIn = (places: Map<string, number>, id: string): number => {
  const place = places.get(id) ?? places.size
  places.set(id, place)
  return place
}

/**
 * Remembers what mirrors said about repositories: one byte and one time for each pair, since 100,000 repositories on 30
 * mirrors are three million pairs, and an object for each would fill the tab.
 */
export const createCoverageAnswers = () => {
  const repositories = new Map<string, number>()
  const mirrors = new Map<string, number>()
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
    const place = repositories.get(repositoryId)
    const block = place === undefined ? undefined : blocks[Math.floor(place / BLOCK)]
    return place === undefined || block === undefined ? undefined : { block, start: (place % BLOCK) * width }
  }

  return {
    remember: (repositoryId: string, mirrorId: string, { state, at }: Known): void => {
      const column = placeIn(mirrors, mirrorId)
      if (column >= width) widen()
      const place = placeIn(repositories, repositoryId)
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
      const row = rowOf(repositoryId)
      const column = mirrors.get(mirrorId)
      if (row === undefined || column === undefined) return undefined
      const cell = row.start + column
      const code = row.block.codes[cell] ?? 0
      return code === 0 ? undefined : { state: stateOf(code), at: (row.block.seconds[cell] ?? 0) * 1000 }
    },
    /** Whether anything is known. */
    hasAny: (): boolean => repositories.size > 0,
    /** All mirrors that were ever asked, by id. */
    mirrorIds: (): readonly string[] => [...mirrors.keys()],
    /** The places of mirrors, for {@link eachCode}; -1 for one that was never asked. */
    columnsOf: (mirrorIds: readonly string[]): Int32Array =>
      Int32Array.from(mirrorIds, (id) => mirrors.get(id) ?? -1),
    /**
     * Calls `visit` with the code of each mirror's cell, by the mirror's place in `columns`, and when it was learnt
     * (epoch seconds; 0 where nothing was).
     *
     * @returns whether anything was ever asked about the repository; if not, `visit` is not called.
     */
    eachCode: (
      repositoryId: string,
      columns: Int32Array,
      visit: (index: number, code: number, seconds: number) => void,
    ): boolean => {
      const row = rowOf(repositoryId)
      if (row === undefined) return false
      const { block, start } = row
      for (let index = 0; index < columns.length; index += 1) {
        const column = columns[index] ?? -1
        if (column === -1) visit(index, 0, 0)
        else visit(index, block.codes[start + column] ?? 0, block.seconds[start + column] ?? 0)
      }
      return true
    },
    clear: (): void => {
      repositories.clear()
      mirrors.clear()
      blocks = []
      width = FIRST_WIDTH
    },
  }
}

/** What mirrors said about repositories. */
export type CoverageAnswers = ReturnType<typeof createCoverageAnswers>
