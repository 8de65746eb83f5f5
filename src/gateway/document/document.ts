import { BASE_META } from '#contract/session.ts'
import { NONCE_MARK, SESSION_MARK } from '#contract/document-marks.ts'
import { createEarlyLinks, type PageAddress } from './early-links.ts'
import { escapeHtml } from './escape-html.ts'

/** The build writes addresses from the root; below a path each of them begins with that path. */
const movedBelow = (html: string, basePath: string): string =>
  basePath === ''
    ? html
    : html
        .replace(/(\s(?:src|href)=")\/(?!\/)/g, `$1${basePath}/`)
        .replace(/<head[^>]*>/, `$&<meta name="${BASE_META}" content="${basePath}" />`)

/** A part of the document that not every caller gets. */
export type DocumentPart = 'frame' | 'simulated-frame'

const PART = /<!--part:([\w-]+)-->([^]*?)<!--\/part-->/g

/** What one response fills into the document. */
export type DocumentFilling = {
  readonly nonce: string
  /** The session as JSON. */
  readonly session: string
  /** Of the parts, the one to have; `null` for none. */
  readonly part: DocumentPart | null
  /** The page whose code and data are named; `null` names none. */
  readonly page: PageAddress | null
}

const LINKS_MARK = '<!--links-->'
const MARKS = new RegExp(`(${NONCE_MARK}|${SESSION_MARK}|${LINKS_MARK})`)

/**
 * Prepares the console's document, so that every response only joins its pieces: the nonce, the session as JSON in an
 * attribute, escaped, so that no name can leave it, and links to what the page needs. `basePath` is plain segments, or
 * empty for the root.
 */
export const createDocument = (built: string, basePath = '') => {
  const { html, linksOf } = createEarlyLinks(built, LINKS_MARK, basePath)
  const moved = movedBelow(html, basePath)
  const piecesWith = (part: DocumentPart | null) =>
    moved
      .replace(PART, (_whole, name: string, content: string) => (name === part ? content : ''))
      .split(MARKS)
  const pieces = {
    none: piecesWith(null),
    frame: piecesWith('frame'),
    'simulated-frame': piecesWith('simulated-frame'),
  }
  return ({ nonce, session, part, page }: DocumentFilling): string => {
    const values = new Map([
      [NONCE_MARK, nonce],
      [SESSION_MARK, escapeHtml(session)],
      [LINKS_MARK, page === null ? '' : linksOf(page)],
    ])
    return pieces[part ?? 'none'].map((piece) => values.get(piece) ?? piece).join('')
  }
}
