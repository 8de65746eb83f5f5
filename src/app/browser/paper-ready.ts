/** Ends when the code and the styles are there that make pages fit for paper. */
export const paperReady = Promise.withResolvers<void>()
