import { SESSION_HEADER } from '#contract/session.ts'

let own: string | null = null

/**
 * The session that this page belongs to, by its mark. A cookie is shared by all tabs: when another tab signs in as
 * another person, this page must not act with that person's credential.
 */
export const pageSession = {
  /** Binds the page to a session; `null` while signed out. */
  bind: (mark: string | null): void => {
    own = mark
  },
  /** The mark, for every request of this page. */
  headers: (): Readonly<Record<string, string>> => (own === null ? {} : { [SESSION_HEADER]: own }),
  /** Whether an answer was made for this page's session. A page that is signed out belongs to none. */
  isOwn: (mark: string): boolean => own === null || own === mark,
}
