import { MAX_CONNECTIONS } from './upstream/upstream-pool.ts'

/** Forwarded requests of people without a session at once, per client address in place of a user. */
export const ANONYMOUS = { overall: 4, perUser: 3 }

/** Connections for sign-in alone, and how long checking one may take, in ms: no other purpose delays it. */
export const SIGN_IN = { places: 8, totalMs: 15_000 }

/** Connections for readiness alone, and how long one check may take, in ms: less than orchestrators wait. */
export const READY = { places: 2, totalMs: 5000 }

/** Connections for the lists of mirrors behind checks, and how long one answer may take, in ms. */
export const FLEETS = { places: 4, totalMs: 20_000 }

/** Connections of the watch alone, and how long one answer may take, in ms. */
export const WATCHING = { places: 2, totalMs: 20_000 }

/** Connections for how far mirrors are behind, and how long one answer may take, in ms: rounds of the watch do not wait. */
export const LAGGING = { places: 2, totalMs: 20_000 }

/** Panels at once, and how long one may take, in ms: a panel is only an extra of a page. */
export const PANELS = { places: 8, totalMs: 10_000 }

/** Questions about mirrors at once, and how long one may take, in ms. */
export const QUESTIONS = { places: 8, totalMs: 20_000 }

/**
 * Forwarded requests at once; the other lanes on these connections have their places beside them. A browser opens six
 * connections, and behind an HTTP/2 proxy sends all requests of a page at once.
 */
export const LIMITS = {
  overall: MAX_CONNECTIONS - ANONYMOUS.overall - PANELS.places - QUESTIONS.places,
  perUser: 24,
}
