import { describe, expect, it } from 'vitest'
import { operations } from './operations.ts'

/** The 23 operations of the vendor's page "Mirroring (Upstream)" for 8.16, in its order. */
const MIRRORING = [
  'GET /account/settings/preferred-mirror',
  'POST /account/settings/preferred-mirror',
  'DELETE /account/settings/preferred-mirror',
  'GET /analyticsSettings',
  'POST /authenticate',
  'GET /mirrorServers',
  'GET /mirrorServers/{mirrorId}',
  'PUT /mirrorServers/{mirrorId}',
  'DELETE /mirrorServers/{mirrorId}',
  'POST /mirrorServers/{mirrorId}/events',
  'GET /mirrorServers/{mirrorId}/token',
  'GET /mirrorServers/{mirrorId}/webPanels/config',
  'GET /projects/{projectId}',
  'GET /projects/{projectId}/repos',
  'GET /repos',
  'GET /repos/{repoId}',
  'GET /repos/{repoId}/mirrors',
  'GET /requests',
  'POST /requests',
  'GET /requests/{mirroringRequestId}',
  'DELETE /requests/{mirroringRequestId}',
  'POST /requests/{mirroringRequestId}/accept',
  'POST /requests/{mirroringRequestId}/reject',
] as const

const rows = Object.entries(operations).map(([name, operation]) => ({
  name,
  operation,
  address: `${operation.method} ${operation.path}`,
}))
const mirroringOf = (address: string) => address.replace('/rest/mirroring/latest', '')

describe('operations', () => {
  it('are exactly the 23 of mirroring and three general ones', () => {
    expect(MIRRORING).toHaveLength(23)
    expect(rows.map((row) => mirroringOf(row.address)).toSorted()).toEqual(
      [
        ...MIRRORING,
        'GET /rest/api/latest/application-properties',
        'GET /rest/api/latest/projects',
        'GET /rest/api/latest/repos',
      ].toSorted(),
    )
  })

  it('name each parameter of a path once, in braces, as a whole part', () => {
    for (const { path } of Object.values(operations)) {
      expect(path).toMatch(/^\/rest(?:\/(?:[A-Za-z0-9.-]+|\{[A-Za-z]+\}))+$/)
      expect(path.match(/\{/g)?.length ?? 0).toBeLessThanOrEqual(1)
    }
  })

  it('send a body only where the vendor takes one', () => {
    expect(rows.flatMap((row) => ('body' in row.operation ? [row.name] : [])).toSorted()).toEqual([
      'authenticate',
      'createRequest',
      'publishEvent',
      'setPreferredMirror',
      'updateMirror',
    ])
  })

  it('know what 9.x removed', () => {
    expect(
      rows.flatMap((row) => ('until' in row.operation ? [[row.name, row.operation.until]] : [])),
    ).toEqual([
      ['getMirrorToken', '9.0'],
      ['getMirrorPanel', '9.0'],
    ])
  })

  it('page every list, also the two that are documented as one object', () => {
    expect(
      rows.flatMap((row) =>
        'query' in row.operation && row.operation.query.some((name) => name === 'start') ? [row.name] : [],
      ),
    ).toEqual([
      'listMirrors',
      'listProjectRepositories',
      'listRepositories',
      'listRepositoryMirrors',
      'listRequests',
      'listProjects',
      'searchRepositories',
    ])
  })

  it('expect nothing back from exactly those that answer 204', () => {
    expect(rows.flatMap((row) => (row.operation.result === 'nothing' ? [row.name] : []))).toEqual([
      'setPreferredMirror',
      'clearPreferredMirror',
      'removeMirror',
      'publishEvent',
      'deleteRequest',
    ])
  })
})
