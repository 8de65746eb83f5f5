import { BASE_META } from '#contract/session.ts'
import { NONCE_MARK, SESSION_MARK } from '#contract/document-marks.ts'

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

/** A part of the document that not everybody gets. */
export type DocumentPart = 'frame' | 'simulated-frame'

const PART = /<!--part:([\w-]+)-->([^]*?)<!--\/part-->/g

/**
 * Prepares the console's document, so that every response only joins its pieces: the nonce, and the session as JSON
 * in an attribute, escaped, so that no name can leave it. Of the parts it has the one that is asked for. `basePath` is
 * plain segments, or empty for the root.
 */
export const createDocument = (html: string, basePath = '') => {
  const moved = movedBelow(html, basePath)
  const piecesWith = (part: DocumentPart | null) =>
    moved
      .replace(PART, (_whole, name: string, content: string) => (name === part ? content : ''))
      .split(SESSION_MARK)
      .map((piece) => piece.split(NONCE_MARK))
  const pieces = {
    none: piecesWith(null),
    frame: piecesWith('frame'),
    'simulated-frame': piecesWith('simulated-frame'),
  }
  return (nonce: string, session: string, part: DocumentPart | null = null): string =>
    pieces[part ?? 'none'].map((piece) => piece.join(nonce)).join(escaped(session))
}
