/** A whole number in digits, with or without what people put between groups of three. */
const DIGITS = /^(?:[1-9]\d*|[1-9]\d{0,2}(?:[,.'’\s]\d{3})+)$/u

/** Whether a person typed exactly this number. Separators of thousands are forgiven, other digits are not. */
export const isTypedCount = (typed: string, count: number): boolean => {
  const text = typed.trim()
  return DIGITS.test(text) && text.replaceAll(/\D/g, '') === String(count)
}
