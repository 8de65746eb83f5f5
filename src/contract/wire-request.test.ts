import { describe, expect, it } from 'vitest'
import type { operations } from './operations.ts'
import { UnsafeIdError } from './path.ts'
import { type WireRequest, wireRequest } from './wire-request.ts'

const event = { type: 'SYNCHRONIZED', upstreamRepoId: '24' } as const
const record = { baseUrl: 'https://m.example.com', productVersion: '8.1.0' }
const asking = {
  mirrorName: 'Vietnam',
  mirrorId: 'B0F5',
  mirrorBaseUrl: 'https://m.example.com',
  mirrorType: 'SINGLE',
  productVersion: '8.16.0',
} as const
const mirror = { parameters: { mirrorId: 'B0F5-CS21' } }
const request = { parameters: { mirroringRequestId: '7' } }
const latest = '/rest/mirroring/latest'

const written: Record<keyof typeof operations, readonly [WireRequest, string, unknown?]> = {
  getPreferredMirror: [
    wireRequest('getPreferredMirror', {}),
    `GET ${latest}/account/settings/preferred-mirror`,
  ],
  setPreferredMirror: [
    wireRequest('setPreferredMirror', { body: 'B0F5-CS21' }),
    `POST ${latest}/account/settings/preferred-mirror`,
    'B0F5-CS21',
  ],
  clearPreferredMirror: [
    wireRequest('clearPreferredMirror', {}),
    `DELETE ${latest}/account/settings/preferred-mirror`,
  ],
  getAnalyticsSettings: [wireRequest('getAnalyticsSettings', {}), `GET ${latest}/analyticsSettings`],
  authenticate: [
    wireRequest('authenticate', { body: { credentials: { token: 'x' } } }),
    `POST ${latest}/authenticate`,
    { credentials: { token: 'x' } },
  ],
  listMirrors: [
    wireRequest('listMirrors', { query: { start: 0, limit: 100 } }),
    `GET ${latest}/mirrorServers?start=0&limit=100`,
  ],
  getMirror: [wireRequest('getMirror', mirror), `GET ${latest}/mirrorServers/B0F5-CS21`],
  updateMirror: [
    wireRequest('updateMirror', { ...mirror, body: record }),
    `PUT ${latest}/mirrorServers/B0F5-CS21`,
    record,
  ],
  removeMirror: [wireRequest('removeMirror', mirror), `DELETE ${latest}/mirrorServers/B0F5-CS21`],
  publishEvent: [
    wireRequest('publishEvent', { ...mirror, body: event }),
    `POST ${latest}/mirrorServers/B0F5-CS21/events`,
    event,
  ],
  getMirrorToken: [wireRequest('getMirrorToken', mirror), `GET ${latest}/mirrorServers/B0F5-CS21/token`],
  getMirrorPanel: [
    wireRequest('getMirrorPanel', mirror),
    `GET ${latest}/mirrorServers/B0F5-CS21/webPanels/config`,
  ],
  getProject: [wireRequest('getProject', { parameters: { projectId: '3' } }), `GET ${latest}/projects/3`],
  listProjectRepositories: [
    wireRequest('listProjectRepositories', { parameters: { projectId: '3' }, query: { start: 25 } }),
    `GET ${latest}/projects/3/repos?start=25`,
  ],
  listRepositories: [
    wireRequest('listRepositories', { query: { includeDefaultBranch: true } }),
    `GET ${latest}/repos?includeDefaultBranch=true`,
  ],
  getRepository: [
    wireRequest('getRepository', { parameters: { repoId: '9007199254740993' } }),
    `GET ${latest}/repos/9007199254740993`,
  ],
  listRepositoryMirrors: [
    wireRequest('listRepositoryMirrors', { parameters: { repoId: '1' } }),
    `GET ${latest}/repos/1/mirrors`,
  ],
  listRequests: [
    wireRequest('listRequests', { query: { state: 'PENDING', start: undefined } }),
    `GET ${latest}/requests?state=PENDING`,
  ],
  createRequest: [wireRequest('createRequest', { body: asking }), `POST ${latest}/requests`, asking],
  getRequest: [wireRequest('getRequest', request), `GET ${latest}/requests/7`],
  deleteRequest: [wireRequest('deleteRequest', request), `DELETE ${latest}/requests/7`],
  acceptRequest: [wireRequest('acceptRequest', request), `POST ${latest}/requests/7/accept`],
  rejectRequest: [wireRequest('rejectRequest', request), `POST ${latest}/requests/7/reject`],
  getApplicationProperties: [
    wireRequest('getApplicationProperties', {}),
    'GET /rest/api/latest/application-properties',
  ],
  listProjects: [
    wireRequest('listProjects', { query: { start: 0, limit: 1000 } }),
    'GET /rest/api/latest/projects?start=0&limit=1000',
  ],
  searchRepositories: [
    wireRequest('searchRepositories', {
      query: { name: 'a b&c=d/../é', projectkey: 'PRJ', archived: 'ALL' },
    }),
    'GET /rest/api/latest/repos?name=a%20b%26c%3Dd%2F..%2F%C3%A9&projectkey=PRJ&archived=ALL',
  ],
}

describe('wireRequest', () => {
  it.each(Object.entries(written))('writes %s', (_name, [wire, line, body]) => {
    expect(`${wire.method} ${wire.target}`).toBe(line)
    expect(wire.body === null ? undefined : JSON.parse(wire.body)).toEqual(body)
    expect(wire.headers['content-type']).toBe(body === undefined ? undefined : 'application/json')
    // Without it Bitbucket answers "XSRF check failed" to a POST or DELETE that has no body.
    expect(wire.headers['x-atlassian-token']).toBe(wire.method === 'GET' ? undefined : 'no-check')
  })

  it('asks for a document only where one comes back', () => {
    const documents = Object.entries(written).filter(([, [wire]]) => wire.headers['accept'] === 'text/html')
    expect(documents.map(([name]) => name)).toEqual(['getMirrorPanel'])
  })

  it('writes no request for an id that would change the path', () => {
    expect(() => wireRequest('removeMirror', { parameters: { mirrorId: '..' } })).toThrow(UnsafeIdError)
  })

  it('does not compile without an id or a body', () => {
    // @ts-expect-error -- the path has an id.
    expect(() => wireRequest('getMirror', {})).toThrow(UnsafeIdError)
    // @ts-expect-error -- the body is missing.
    wireRequest('setPreferredMirror', {})
    // @ts-expect-error -- accepting has no body.
    wireRequest('acceptRequest', { ...request, body: {} })
    // @ts-expect-error -- this list knows no such parameter.
    wireRequest('listMirrors', { query: { state: 'PENDING' } })
    // @ts-expect-error -- there is no such operation.
    expect(() => wireRequest('renameMirror', {})).toThrow(TypeError)
  })
})
