import { storedChoice } from './stored-choice.ts'

/** How much room the rows of tables take. */
export const density = storedChoice('density', ['compact', 'comfortable'])
