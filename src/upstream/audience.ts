import type { OperationName } from '#contract/operations.ts'
import type { Caller } from './accounts.ts'

/** Who may ask: all callers, all with an account, those who may read something, administrators. */
const includes = {
  anyone: () => true,
  'signed-in': (caller) => caller !== null,
  readers: (caller) => caller !== null && caller.permission !== 'nothing',
  administrators: (caller) => caller?.permission === 'administers',
} as const satisfies Record<string, (caller: Caller) => boolean>

type Audience = keyof typeof includes

/**
 * Who may call each operation. The vendor documents almost none of it; the reasons are in the room's README, and a
 * client must learn its permissions from the answers.
 */
const audiences = {
  getPreferredMirror: 'signed-in',
  setPreferredMirror: 'readers',
  clearPreferredMirror: 'readers',
  getAnalyticsSettings: 'readers',
  authenticate: 'administrators',
  listMirrors: 'readers',
  getMirror: 'readers',
  updateMirror: 'administrators',
  removeMirror: 'administrators',
  publishEvent: 'administrators',
  getMirrorToken: 'administrators',
  getMirrorPanel: 'administrators',
  getProject: 'readers',
  listProjectRepositories: 'readers',
  listRepositories: 'administrators',
  getRepository: 'readers',
  listRepositoryMirrors: 'readers',
  listRequests: 'administrators',
  createRequest: 'anyone',
  getRequest: 'administrators',
  deleteRequest: 'administrators',
  acceptRequest: 'administrators',
  rejectRequest: 'administrators',
  getApplicationProperties: 'anyone',
  listProjects: 'signed-in',
  searchRepositories: 'signed-in',
} as const satisfies Record<OperationName, Audience>

/** Whether a caller may call an operation at all. */
export const mayCall = (name: OperationName, caller: Caller): boolean => includes[audiences[name]](caller)
