import type { IncidentCause } from '#app/data/incidents.ts'

/** What goes wrong, as the beginning of a sentence that ends in names. */
export const incidentWords: Record<IncidentCause, string> = {
  'clock-differs': 'Clock differs from Bitbucket’s',
  stale: 'Gave no sign of life',
  'never-seen': 'Never seen since accepted',
  refused: 'Refuses signed links',
  unreachable: 'Cannot be reached from the console',
  'timed-out': 'Does not answer in time',
  certificate: 'Has a certificate that is not trusted',
  redirected: 'Sends the console elsewhere',
  'too-large': 'Answers far too much',
  unreadable: 'Answers what no mirror answers',
  'no-link': 'Got no link to be asked with',
  'foreign-link': 'Is linked to another host than its address',
  'forbidden-address': 'Has an address that is never asked',
  busy: 'Was not asked for lack of room',
}
