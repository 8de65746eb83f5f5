import { growthOf } from '#app/api/reading/list-growth.ts'
import { foldedText } from '#app/text/folded-text.ts'
import { soughtTexts } from '#app/text/sought-texts.ts'

type TextsOf<Row> = (row: Row) => readonly (string | null)[]

/** What was found last in a list that grows, and in how many of its rows. */
type Found = {
  readonly wanted: string
  readonly textsOf: TextsOf<never>
  readonly count: number
  readonly rows: readonly object[]
}

const foundBefore = new WeakMap<object, Found>()

/** The texts of a row as one, as a search looks through it. */
export const searchedText = (texts: readonly (string | null)[]): string =>
  // A line break between the texts: no search finds something that begins in one and ends in the next.
  texts.map((text) => (text === null ? '' : foldedText(text))).join('\n')

/**
 * The rows that have `search` in one of their texts, in any case and form of letters; an address is found by its host,
 * port and path. An empty search lets every row through, as the same array. Texts are folded for every search: ten
 * thousand rows take a few ms, and keeping them a megabyte. Of a list that has grown since the same search only what was
 * added is looked through, and where nothing is found in it the same array comes back.
 *
 * @param textsOf the same function for all calls with the same rows.
 */
export const searchedRows = <Row extends object>(
  rows: readonly Row[],
  search: string,
  textsOf: TextsOf<Row>,
): readonly Row[] => {
  const sought = soughtTexts(search)
  const [wanted] = sought
  if (wanted === '') return rows
  const growth = growthOf(rows)
  const last = growth && foundBefore.get(growth)
  const isSame = last?.wanted === wanted && last.textsOf === textsOf && last.count <= rows.length
  const added = rows.slice(isSame ? last.count : 0).filter((row) => {
    const text = searchedText(textsOf(row))
    return sought.some((one) => text.includes(one))
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Rows of the same list have the same type.
  const before = (isSame ? last.rows : []) as readonly Row[]
  const found = isSame && added.length === 0 ? before : [...before, ...added]
  if (growth) foundBefore.set(growth, { wanted, textsOf, count: rows.length, rows: found })
  return found
}
