/** Bytes that become characters at once; far more arguments than this are too many for a call. */
const CHUNK = 0x8000

/** Bytes as text that a storage takes (base64). */
export const textOf = (bytes: Uint8Array): string => {
  let characters = ''
  for (let from = 0; from < bytes.length; from += CHUNK) {
    characters += String.fromCharCode(...bytes.subarray(from, from + CHUNK))
  }
  return btoa(characters)
}

/** The bytes of such a text; `null` for any other. */
export const bytesOf = (text: string): Uint8Array | null => {
  try {
    return Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0)
  } catch {
    return null
  }
}
