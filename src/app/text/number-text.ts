/** Between which digits of a whole number a comma belongs. */
const GROUP = /\B(?=(?:\d{3})+$)/g

/**
 * A number as people read it, with groups of three digits: "12,345". At most three decimals. Written out, since the
 * first formatter that a page makes takes longer than any other of its steps; a test compares it with `Intl`.
 *
 * @param value below 10²¹, from where on JavaScript writes exponents.
 */
export const numberText = (value: number): string => {
  // A large whole number would lose its last digits.
  const rounded = Number.isInteger(value) ? value : Math.round(value * 1000) / 1000
  const [whole = '', decimals] = String(rounded).split('.')
  const grouped = whole.replaceAll(GROUP, ',')
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}
