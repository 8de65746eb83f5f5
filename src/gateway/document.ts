import { BASE_META } from '#contract/session.ts'
import { NONCE_PLACEHOLDER } from './document-policy.ts'

/** The placeholder in `index.html` that every response replaces by the caller's session. */
const SESSION_PLACEHOLDER = '__SESSION__'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')

/** The build writes addresses from the root; below a path each of them begins with that path. */
const movedBelow = (html: string, basePath: string): string =>
  basePath === ''
    ? html
    : html
        .replace(/(\s(?:src|href)=")\/(?!\/)/g, `$1${basePath}/`)
        .replace(/<head[^>]*>/, `$&<meta name="${BASE_META}" content="${basePath}" />`)

/**
 * Prepares the console's document, so that every response only joins its pieces: the nonce, and the session as JSON
 * in an attribute, escaped, so that no name can leave it. `basePath` is plain segments, or empty for the root.
 */
export const createDocument = (html: string, basePath = '') => {
  const pieces = movedBelow(html, basePath)
    .split(SESSION_PLACEHOLDER)
    .map((piece) => piece.split(NONCE_PLACEHOLDER))
  return (nonce: string, session: string): string =>
    pieces.map((piece) => piece.join(nonce)).join(escaped(session))
}
