/*
 * The rows of the first page before the app arrives. Only what needs no judgement is drawn: a list in which any text
 * could hide or turn something, or anything else is unusual, waits for the app, which shows it as it must be shown.
 */

/** Rows that fill a window of common height; the app draws as many at first. */
const SHOWN = 20

/** A name that starts and ends with something to see, in letters that are what they look like: those of Latin-1. */
const NAME = /^[!-~À-ÖØ-öø-ÿ](?:[ -~À-ÖØ-öø-ÿ]{0,78}[!-~À-ÖØ-öø-ÿ])?$/
const VERSION = /^[\w.-]{1,32}$/
/** Without user info, escapes, or a host spelt in another alphabet. */
const ADDRESS = /^https?:\/\/(?!\S*xn--)([a-z0-9.-]+)(?::\d+)?(?:\/[\w./-]*)?$/
/** Longer ones are cut by the app. */
const LONGEST_ADDRESS = 240
const ID = /^[\w-]{1,128}$/

/** Whether the host is what it says: a browser reads some numbers as addresses. */
const isPlainAddress = (text: string): boolean => {
  const [, host] = ADDRESS.exec(text) ?? []
  return text.length <= LONGEST_ADDRESS && URL.canParse(text) && new URL(text).hostname === host
}

/** Letters of Latin-1 that the eye takes for others, as the app has them for all alphabets. */
const LOOKS_LIKE: Readonly<Record<string, string>> = { i: 'l', 1: 'l', '|': 'l', 0: 'o', ø: 'o', _: '-' }

/** What a name looks like: two that look alike are marked by the app. */
export const looksOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F ]/g, '')
    .toLowerCase()
    .replaceAll(/[i1|0ø_]/g, (letter) => LOOKS_LIKE[letter] ?? letter)

const at = (value: unknown, key: string): unknown => Reflect.get(Object(value), key)

/** What a row says, cell by cell, or `null` when it is not plain. */
type Texts = {
  readonly id: string
  readonly name: string
  readonly cells: readonly (readonly [cell: string, text: string])[]
}

const textsOf = (row: unknown, types: unknown): Texts | null => {
  const told = ['id', 'mirrorName', 'productVersion', 'mirrorBaseUrl'].map((key) => at(row, key))
  const type = at(types, String(at(row, 'mirrorType')))
  if (at(row, 'state') !== 'PENDING' || typeof type !== 'string') return null
  const [id = '', name = '', version = '', address = ''] = told.map((value) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : '',
  )
  const isPlain = ID.test(id) && NAME.test(name) && VERSION.test(version) && isPlainAddress(address)
  if (!isPlain) return null
  return {
    id,
    name,
    cells: [
      ['th', name],
      ['[data-name="Type"]', type],
      ['[data-name="Version"]', version],
      ['[data-name="Address"]', address],
    ],
  }
}

const areDifferent = (texts: readonly string[]): boolean => new Set(texts).size === texts.length

/** All rows of an answer, or `null` when one of them is not plain or looks like another, or there is none. */
export const plainRows = (answer: unknown, types: unknown): readonly Texts[] | null => {
  const values = at(answer, 'values')
  if (!Array.isArray(values) || values.length === 0) return null
  const rows = values.flatMap((value) => textsOf(value, types) ?? [])
  const isWhole =
    rows.length === values.length &&
    areDifferent(rows.map(({ id }) => id)) &&
    areDifferent(rows.map(({ name }) => looksOf(name)))
  return isWhole ? rows : null
}

/** An address breaks its lines where it has its joints, as in the app. */
const joints = (text: string): readonly (string | Node)[] =>
  text
    .split(/(?<=[/.:])(?=[^/.:])/)
    .flatMap((part, place) => (place === 0 ? [part] : [document.createElement('wbr'), part]))

/** Draws rows as copies of a sample row. They are to be seen only: their controls come with the app. */
export const drawRows = (table: Element, sample: Element, rows: readonly Texts[]): void => {
  const body = document.createElement('tbody')
  for (const { cells } of rows.slice(0, SHOWN)) {
    const copy = document.importNode(sample, true)
    for (const [cell, text] of cells) {
      copy
        .querySelector(`${cell} bdi`)
        ?.replaceChildren(...(cell.includes('Address') ? joints(text) : [text]))
    }
    body.append(copy)
  }
  table.querySelector('tbody')?.replaceWith(body)
}
