import { growthOf } from '#app/api/reading/list-growth.ts'
import { soughtTexts } from '#app/text/sought-texts.ts'
import { searchedText } from '#app/ui/table/searched-rows.ts'

/** Rows whose texts are kept as one: a search then runs through one text and not through one for each row. */
const BLOCK = 1024

/** The folded texts of some rows as one, and where each row ends in it. */
type Block = { readonly rows: readonly object[]; readonly text: string; readonly ends: readonly number[] }

/**
 * Blocks by what texts they have and by their first row. Rows keep their identity over a refresh and as a list grows, so
 * each is folded once.
 */
const blocksByTexts = new WeakMap<object, WeakMap<object, Block>>()

/** The blocks of a list that was searched, by place: the same list need not be compared with them again. */
const blocksOfList = new WeakMap<readonly object[], { readonly textsOf: unknown; readonly blocks: Block[] }>()

const blocksOf = (rows: readonly object[], textsOf: unknown): Block[] => {
  const known = blocksOfList.get(rows)
  if (known !== undefined && known.textsOf === textsOf) return known.blocks
  const blocks: Block[] = []
  blocksOfList.set(rows, { textsOf, blocks })
  return blocks
}

/** Where the rows of a search came from: the list that was searched, and their places in it. */
type Origin = { readonly rows: readonly object[]; readonly places: readonly number[] }

const origins = new WeakMap<readonly object[], Origin>()

/** What was found last in a list that grows, and in how many of its rows. */
type Found = {
  readonly wanted: string
  readonly textsOf: unknown
  readonly count: number
  readonly places: readonly number[]
  readonly found: readonly object[]
}

const foundBefore = new WeakMap<object, Found>()

const blockOf = <Row extends object>(
  rows: readonly Row[],
  textsOf: (row: Row) => readonly (string | null)[],
): Block | undefined => {
  const [first] = rows
  if (first === undefined) return undefined
  const blocks = blocksByTexts.get(textsOf) ?? new WeakMap<object, Block>()
  blocksByTexts.set(textsOf, blocks)
  const known = blocks.get(first)
  if (known?.rows.length === rows.length && known.rows.every((row, at) => row === rows[at])) return known
  const texts = rows.map((row) => searchedText(textsOf(row)))
  let end = -1
  const block = { rows, text: texts.join('\0'), ends: texts.map(({ length }) => (end += length + 1)) }
  blocks.set(first, block)
  return block
}

/** The places in a block of the rows that hold `wanted`. */
const placesOf = ({ text, ends }: Block, wanted: string): readonly number[] => {
  const places: number[] = []
  let row = 0
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, ends[row])) {
    while ((ends[row] ?? Infinity) < at + wanted.length) row += 1
    places.push(row)
  }
  return places
}

/** The places in a block of the rows that hold one of the texts, in order and each once. */
const placesIn = (block: Block, sought: readonly string[]): readonly number[] => {
  const [places = [], ...others] = sought.map((one) => placesOf(block, one))
  return others.every(({ length }) => length === 0)
    ? places
    : [...new Set([places, ...others].flat())].toSorted((one, other) => one - other)
}

/** Which list rows were found in; `undefined` for rows that no search brought. */
export const originOf = (rows: readonly object[]): Origin | undefined => origins.get(rows)

/**
 * The rows that `searchedRows` finds, in a list of 100,000 in a few ms. An empty search lets every row through, as the
 * same array. Of a list that has grown since the same search only what was added is looked through.
 *
 * @param textsOf the same function for all calls, so that its texts are made once.
 */
export const foundRows = <Row extends object>(
  rows: readonly Row[],
  search: string,
  textsOf: (row: Row) => readonly (string | null)[],
): readonly Row[] => {
  const sought = soughtTexts(search)
  const [wanted] = sought
  if (wanted === '') return rows
  const growth = growthOf(rows)
  const last = growth && foundBefore.get(growth)
  const isSame = last?.wanted === wanted && last.textsOf === textsOf && last.count <= rows.length
  // A block that has grown is looked through again as a whole.
  const start = isSame ? last.count - (last.count % BLOCK) : 0
  const places: number[] = isSame ? last.places.filter((place) => place < start) : []
  const blocks = blocksOf(rows, textsOf)
  for (let from = start; from < rows.length; from += BLOCK) {
    const block = blocks[from / BLOCK] ?? blockOf(rows.slice(from, from + BLOCK), textsOf)
    if (!block) continue
    blocks[from / BLOCK] = block
    for (const place of placesIn(block, sought)) places.push(from + place)
  }
  // Nothing has to be drawn anew for a page that brought nothing.
  const isUnchanged = isSame && places.length === last.places.length
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What was found in the same list are rows of it.
  const found = isUnchanged ? (last.found as readonly Row[]) : places.flatMap((place) => rows[place] ?? [])
  if (growth) foundBefore.set(growth, { wanted, textsOf, count: rows.length, places, found })
  origins.set(found, { rows, places })
  return found
}
