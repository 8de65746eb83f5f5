const START = 0x811c9dc5

/** The hash of a text that goes on after one with the hash `hash`. */
const hashAfter = (hash: number, text: string): number => {
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash
}

/** FNV leaves similar texts with similar high bits; one more mix spreads them. */
const mixed = (hash: number): number => {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (spread ^ (spread >>> 13)) >>> 0
}

/**
 * A number from 0 to 2^32 - 1 that is always the same for the same text (FNV-1a), so that generated worlds vary
 * and are still the same on every start.
 */
export const stableNumber = (text: string): number => mixed(hashAfter(START, text))

const BYTES: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

const hexByte = (number: number, shift: number): string => BYTES[(number >>> shift) & 0xff] ?? ''

/**
 * `length` hexadecimal digits that are always the same for the same text: those of the numbers of `text#0`, `text#1` and
 * so on. A page of 1,000 repositories has 19,000 numbers, so what the texts share is hashed once.
 */
export const stableHex = (text: string, length: number): string => {
  const shared = hashAfter(START, `${text}#`)
  let digits = ''
  for (let part = 0; digits.length < length; part++) {
    const number = mixed(hashAfter(shared, String(part)))
    digits += hexByte(number, 24) + hexByte(number, 16) + hexByte(number, 8) + hexByte(number, 0)
  }
  return digits.slice(0, length)
}
