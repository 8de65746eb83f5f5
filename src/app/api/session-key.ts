/** Where the session lives in the cache; apart, because the query client itself needs it. */
export const sessionKey = ['session'] as const
