/**
 * How far the clocks of a mirror and its upstream may differ before one refuses what the other has signed, in ms.
 * Source: the vendor's knowledge base, "Bitbucket Smart Mirrors are out of sync or will only synchronize with a delay",
 * whose log says "30 seconds leeway is allowed".
 */
export const CLOCK_TOLERANCE_MS = 30_000
