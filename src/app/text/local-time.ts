/**
 * An instant (epoch ms) as absolute text to the second in local time, with its distance from UTC. Swedish writes dates
 * as ISO 8601 does, so this sorts and reads like the times in UTC beside it.
 *
 * @param timeZone another zone than the browser's, by its IANA name.
 */
export const localTimeOf = (instant: number, timeZone?: string): string =>
  new Date(instant).toLocaleString('sv', { timeZoneName: 'shortOffset', ...(timeZone && { timeZone }) })
