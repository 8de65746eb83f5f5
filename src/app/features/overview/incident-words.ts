import {
  type IncidentCause,
  isRepositoryCause,
  LAG_CAUSE,
  type RepositoryCause,
} from '#app/domain/fleet/incidents.ts'
import { verdictSteps } from '#app/domain/mirror/verdict-steps.ts'
import { verdictWords } from '#app/domain/mirror/verdict-words.ts'
import { severityOf } from '#health/verdict-severity.ts'
import { paths } from '#app/paths.ts'
import { counted } from '#app/text/counted.ts'
import type { Tone } from '#app/ui/page/state-mark.tsx'

/** How an incident reads: how serious, what, and what to do. */
type IncidentWords = { readonly tone: Tone; readonly word: string; readonly step: string }

const ofRepositories: Record<RepositoryCause, IncidentWords> = {
  'other-repository': {
    tone: 'bad',
    word: 'Answers about another repository',
    step: 'Check the caches and proxies in front of the mirror.',
  },
  'foreign-link': {
    tone: 'attention',
    word: 'Links lead to another host than its address',
    step: 'Correct the address in the mirror’s record.',
  },
  'other-scheme': {
    tone: 'attention',
    word: 'Links have another scheme than its address',
    step: 'Correct the address in the mirror’s record.',
  },
  'other-port': {
    tone: 'attention',
    word: 'Links have another port than its address',
    step: 'Correct the address in the mirror’s record.',
  },
  'failed-to-initialize': {
    tone: 'attention',
    word: 'First copies failed',
    step: 'Look into the log of the mirror; clone from the primary meanwhile.',
  },
  'failing-to-update': {
    tone: 'attention',
    word: 'Repositories fail to update',
    step: 'Look into the log of the mirror: what it serves may be old.',
  },
}

const ofLag: IncidentWords = {
  tone: 'attention',
  word: 'Falling behind',
  step: 'Check the load of the mirror and its connection to Bitbucket.',
}

/** The words of an incident; those of a verdict are the verdict's own. */
export const incidentWords = (cause: IncidentCause): IncidentWords => {
  if (cause === LAG_CAUSE) return ofLag
  return isRepositoryCause(cause)
    ? ofRepositories[cause]
    : { tone: severityOf(cause), word: verdictWords[cause], step: verdictSteps[cause] }
}

/** Where the mirrors of an incident are looked into: how far one is behind, and since when, its history shows. */
export const placeOfCause = (cause: IncidentCause): ((id: string) => string) =>
  cause === LAG_CAUSE ? paths.mirrorHistory : paths.mirror

/**
 * How much an incident is about: "2 mirrors, 30 repositories in 12 projects".
 *
 * @param repositories 0 where the mirror as a whole is concerned; then nothing is said of them.
 * @param projects 0 where no list says whose they are.
 */
export const incidentExtent = (mirrors: number, repositories: number, projects: number): string => {
  const who = counted(mirrors, 'mirror')
  if (repositories === 0) return who
  const what = `${who}, ${counted(repositories, 'repository', 'repositories')}`
  return projects === 0 ? what : `${what} in ${counted(projects, 'project')}`
}
