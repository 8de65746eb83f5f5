import * as v from 'valibot'
import { SESSION_META, type Session, session } from '#contract/session.ts'

/**
 * The session that the gateway wrote into the document, so that the first page need not ask for it; `null` where it
 * wrote none, and the app asks.
 */
export const sessionInDocument = (): Session | null => {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${SESSION_META}"]`)
  try {
    const read = v.safeParse(session, JSON.parse(meta?.content ?? ''))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
