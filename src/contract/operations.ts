import * as v from 'valibot'
import { authenticationRequest, userWithPermissions } from './account.ts'
import { mirrorRecord, mirrorToken, repositoryMirrorEvent } from './mirror-commands.ts'
import { mirrorServer } from './mirror-server.ts'
import { mirroredRepositoryDescriptor } from './mirrored-repository.ts'
import { mirroringRequest, mirroringRequestBody } from './mirroring-request.ts'
import type { Operation } from './operation.ts'
import { page } from './page.ts'
import { project, repository } from './repository.ts'
import { analyticsSettings, applicationProperties } from './upstream-facts.ts'

/** `latest` and `1.0` both work in 8.x and 9.x. */
const mirroring = '/rest/mirroring/latest'
const preferred = `${mirroring}/account/settings/preferred-mirror` as const
const mirror = `${mirroring}/mirrorServers/{mirrorId}` as const
const request = `${mirroring}/requests/{mirroringRequestId}` as const
const paged = ['start', 'limit'] as const

/**
 * Everything that may be asked of Bitbucket: the 23 operations of "Mirroring (Upstream)" in the vendor's order, and
 * three general ones. The client is typed by this table, the small Bitbucket implements it, and the gateway forwards
 * nothing else. Source: the vendor's REST reference for 8.16, checked against 9.4.
 */
export const operations = {
  /** 404 means that none is set: a normal state. */
  getPreferredMirror: { method: 'GET', path: preferred, result: mirrorServer },
  /** The body is a bare JSON string. */
  setPreferredMirror: { method: 'POST', path: preferred, body: v.string(), result: 'nothing' },
  clearPreferredMirror: { method: 'DELETE', path: preferred, result: 'nothing' },

  getAnalyticsSettings: { method: 'GET', path: `${mirroring}/analyticsSettings`, result: analyticsSettings },
  /** Meant for mirrors: most callers get 401. */
  authenticate: {
    method: 'POST',
    path: `${mirroring}/authenticate`,
    body: authenticationRequest,
    result: userWithPermissions,
  },

  listMirrors: {
    method: 'GET',
    path: `${mirroring}/mirrorServers`,
    query: paged,
    result: page(mirrorServer),
  },
  getMirror: { method: 'GET', path: mirror, result: mirrorServer },
  updateMirror: { method: 'PUT', path: mirror, body: mirrorRecord, result: mirrorServer },
  removeMirror: { method: 'DELETE', path: mirror, result: 'nothing' },
  publishEvent: { method: 'POST', path: `${mirror}/events`, body: repositoryMirrorEvent, result: 'nothing' },
  getMirrorToken: { method: 'GET', path: `${mirror}/token`, result: mirrorToken, until: '9.0' },
  getMirrorPanel: { method: 'GET', path: `${mirror}/webPanels/config`, result: 'html', until: '9.0' },

  getProject: { method: 'GET', path: `${mirroring}/projects/{projectId}`, result: project },
  listProjectRepositories: {
    method: 'GET',
    path: `${mirroring}/projects/{projectId}/repos`,
    query: ['start', 'limit', 'includeDefaultBranch'],
    result: page(repository),
  },
  /** The vendor's document types it as one object; it is a page. */
  listRepositories: {
    method: 'GET',
    path: `${mirroring}/repos`,
    query: ['start', 'limit', 'includeDefaultBranch'],
    result: page(repository),
  },
  getRepository: {
    method: 'GET',
    path: `${mirroring}/repos/{repoId}`,
    query: ['includeDefaultBranch'],
    result: repository,
  },
  /** All mirrors, each with a signed link: it does not say where the repository is. */
  listRepositoryMirrors: {
    method: 'GET',
    path: `${mirroring}/repos/{repoId}/mirrors`,
    query: ['start', 'limit', 'preAuthorized'],
    result: page(mirroredRepositoryDescriptor),
  },

  listRequests: {
    method: 'GET',
    path: `${mirroring}/requests`,
    query: ['start', 'limit', 'state'],
    result: page(mirroringRequest),
  },
  createRequest: {
    method: 'POST',
    path: `${mirroring}/requests`,
    body: mirroringRequestBody,
    result: mirroringRequest,
  },
  /** 409 means that there is no such request, which also covers "another user handled it". */
  getRequest: { method: 'GET', path: request, result: mirroringRequest },
  deleteRequest: { method: 'DELETE', path: request, result: 'nothing' },
  /** Answers a mirror server, not the request: read both lists again. */
  acceptRequest: { method: 'POST', path: `${request}/accept`, result: mirrorServer },
  rejectRequest: { method: 'POST', path: `${request}/reject`, result: mirrorServer },

  /** Version of the upstream; needs no authentication. */
  getApplicationProperties: {
    method: 'GET',
    path: '/rest/api/latest/application-properties',
    result: applicationProperties,
  },
  /**
   * Every project that the caller may see, in a few pages: the mirroring operations show projects only one by one, or
   * through their repositories. Source: "Get projects" of the REST reference for 8.16 and 9.4.
   */
  listProjects: { method: 'GET', path: '/rest/api/latest/projects', query: paged, result: page(project) },
  /** Repository search that every user may call. Without `archived` it leaves out archived ones (OpenAPI 9.4). */
  searchRepositories: {
    method: 'GET',
    path: '/rest/api/latest/repos',
    query: ['start', 'limit', 'name', 'projectkey', 'projectname', 'archived'],
    result: page(repository),
  },
} as const satisfies Record<string, Operation>

/** The whole table, as a type. */
export type Operations = typeof operations

/** The name of one operation. */
export type OperationName = keyof Operations

const isOperationName = (name: string): name is OperationName => Object.hasOwn(operations, name)

/** The names of all operations, in the order of the table. */
export const operationNames: readonly OperationName[] = Object.keys(operations).filter(isOperationName)
