import type { IncidentCause } from '#app/domain/fleet/incidents.ts'
import { counted } from '#app/text/counted.ts'

/** What goes wrong, as the beginning of a sentence that ends in names. */
export const incidentWords: Record<IncidentCause, string> = {
  'clock-differs': 'Clock differs from Bitbucket’s',
  stale: 'Not seen recently',
  'never-seen': 'Never seen since accepted',
  refused: 'Refuses signed links',
  unreachable: 'Cannot be reached from the console',
  'timed-out': 'Does not answer in time',
  certificate: 'Has a certificate that is not trusted',
  redirected: 'Sends the console elsewhere',
  'too-large': 'Response too large',
  unreadable: 'Answers what no mirror answers',
  'other-repository': 'Answers about another repository',
  'failing-to-update': 'Fails to update repositories',
  'failed-to-initialize': 'Failed to make first copies',
  'no-link': 'Got no link to be asked with',
  'foreign-link': 'Is linked to another host than its address',
  'other-scheme': 'Is linked by another scheme than its address',
  'other-port': 'Is linked at another port than its address',
  maintenance: 'In maintenance',
  'rate-limited': 'Rate limited',
  failing: 'Fails to answer',
  'unknown-repository': 'Does not know repositories',
  'forbidden-address': 'Has an address that is never asked',
  busy: 'Was not asked for lack of room',
}

/**
 * How much an incident is about: "2 mirrors, 30 repositories in 12 projects".
 *
 * @param repositories 0 where the record alone tells; then nothing is said of them.
 * @param projects 0 where no list says whose they are.
 */
export const incidentExtent = (mirrors: number, repositories: number, projects: number): string => {
  const who = counted(mirrors, 'mirror')
  if (repositories === 0) return who
  const what = `${who}, ${counted(repositories, 'repository', 'repositories')}`
  return projects === 0 ? what : `${what} in ${counted(projects, 'project')}`
}
