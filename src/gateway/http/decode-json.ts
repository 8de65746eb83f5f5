import { parseJson } from '#contract/parse-json.ts'

/** Deepest nesting of a body; those of the contract have three levels. */
const MAX_DEPTH = 32

/** A byte order mark stays in the text, where it is no JSON (RFC 8259, 8.1). */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** One pass over the text, whose time grows with its length alone. */
const isTooDeep = (text: string): boolean => {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (isInString && sign === '\\') at += 1
    else if (sign === '"') isInString = !isInString
    else if (isInString) continue
    else if (sign === '[' || sign === '{') depth += 1
    else if (sign === ']' || sign === '}') depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}

/**
 * Reads the bytes of a JSON body: strict UTF-8, and of limited depth.
 *
 * @throws Error for anything else. Its message may repeat a piece of the body.
 */
export const decodeJson = (bytes: Uint8Array): unknown => {
  const text = utf8.decode(bytes)
  if (isTooDeep(text)) throw new SyntaxError('The JSON is nested too deeply.')
  return parseJson(text)
}
