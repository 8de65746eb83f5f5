/**
 * A number from 0 to 2^32 - 1 that is always the same for the same text (FNV-1a), so that generated worlds vary
 * and are still the same on every start.
 */
export const stableNumber = (text: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  // FNV leaves similar texts with similar high bits; one more mix spreads them.
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** `length` hexadecimal digits that are always the same for the same text. */
export const stableHex = (text: string, length: number): string => {
  let digits = ''
  for (let part = 0; digits.length < length; part++) {
    digits += stableNumber(`${text}#${part}`).toString(16).padStart(8, '0')
  }
  return digits.slice(0, length)
}
