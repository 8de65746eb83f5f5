/** The mark in the built document that every response replaces by a nonce of its own. */
export const NONCE_MARK = '__CSP_NONCE__'

/** The mark in the built document that every response replaces by the caller's session, as JSON in an attribute. */
export const SESSION_MARK = '__SESSION__'
