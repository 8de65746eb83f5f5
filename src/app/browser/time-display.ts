import { storedChoice } from './stored-choice.ts'

/** In which zone absolute times are shown. Logs of servers are in UTC as a rule, so that is first. */
export const timeDisplay = storedChoice('time-display', ['utc', 'local'])
