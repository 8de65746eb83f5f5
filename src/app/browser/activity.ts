/** An unattended page must not keep a session alive: after so long without input, in ms, the person counts as away. */
export const IDLE_AFTER_MS = 900_000

/** What shows that a person is there. Returning to the page counts too. */
export const ACTIVITY = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'visibilitychange'] as const
