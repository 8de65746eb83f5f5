import { storedChoice } from './stored-choice.ts'

/** How often pages refresh, in ms as text; at first every minute, which is at most two requests a minute. `0` is never. */
export const refreshInterval = storedChoice('refresh', ['60000', '0', '10000', '300000'])
