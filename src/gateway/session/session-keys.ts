import { hkdfSync, randomBytes } from 'node:crypto'

/** Shortest key material in bytes: the strength of the cipher that seals sessions (AES-256). */
const MIN_BYTES = 32

/** Length of a sealing key in bytes (AES-256). */
const KEY_BYTES = 32

/**
 * Fewest different bytes in a key. 32 random bytes have about 30; below this it is a typed pattern, or text in an
 * alphabet so small that it can be guessed.
 */
const MIN_DISTINCT = 12

/** Derived, so that material of any length fits and the same material elsewhere yields another key. */
const derive = (material: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', material, '', 'mirror-console session v1', KEY_BYTES))

const materialOf = (text: string): Buffer => {
  if (/^(?:[0-9a-f]{2})+$/i.test(text)) return Buffer.from(text, 'hex')
  if (/^[A-Za-z0-9_+/-]+={0,2}$/.test(text)) return Buffer.from(text, 'base64')
  throw new Error('must be keys in hex or base64url, separated by commas')
}

/**
 * Reads sealing keys out of a comma-separated list: the first seals, all open, so a key can be replaced without
 * signing users out.
 *
 * @throws Error whose message completes the sentence "SESSION_KEYS …"; it repeats no key.
 */
export const readSessionKeys = (text: string): readonly Uint8Array[] =>
  text.split(',').map((part) => {
    const material = materialOf(part.trim())
    if (material.length < MIN_BYTES) throw new Error('must be keys of at least 32 random bytes each')
    if (new Set(material).size < MIN_DISTINCT) {
      throw new Error('must be random keys, for example the output of: openssl rand -hex 32')
    }
    return derive(material)
  })

/** A key of this process alone: sessions end with it, and no second process can open them. */
export const randomSessionKeys = (): readonly Uint8Array[] => [derive(randomBytes(KEY_BYTES))]
