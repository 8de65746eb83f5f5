import { describe, expect, it } from 'vitest'
import { operations } from '#contract/operations.ts'
import { matchRoute } from './match-route.ts'

const mirroring = '/rest/mirroring/latest'

describe('the closed table of routes', () => {
  it.each(Object.entries(operations).filter(([, { result }]) => result !== 'html'))(
    'forwards %s',
    (name, operation) => {
      const path = operation.path.replaceAll(/\{\w+\}/g, 'B0F5-1')
      const matched = matchRoute(operation.method, path, '')
      const ids = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, id]) => [id, 'B0F5-1'])
      expect(matched).toEqual({ name, operation, ids: Object.fromEntries(ids), target: path })
    },
  )

  it('rebuilds the query', () => {
    expect(matchRoute('GET', '/rest/api/latest/projects', 'start=0&limit=1000').target).toBe(
      '/rest/api/latest/projects?start=0&limit=1000',
    )
    expect(matchRoute('GET', '/rest/api/latest/repos', 'name=a%20b%26c&limit=%32%35').target).toBe(
      '/rest/api/latest/repos?name=a%20b%26c&limit=25',
    )
  })

  it.each([
    ['GET', `${mirroring}/mirrorServers/B0F5/webPanels/config`, ''],
    ['GET', `${mirroring}/mirrorServers/..`, ''],
    ['GET', `${mirroring}/mirrorServers/%2e%2e`, ''],
    ['GET', `${mirroring}/mirrorServers/`, ''],
    ['GET', `${mirroring}/mirrorServers/a/b`, ''],
    ['GET', `${mirroring}/mirrorServers/a;b=c`, ''],
    ['GET', `${mirroring}/mirrorservers`, ''],
    ['GET', '/rest/mirroring/1.0/mirrorServers', ''],
    ['GET', '/rest/api/latest/users', ''],
    ['GET', '/rest/api/latest/projects/PAY', ''],
    ['GET', '/rest/api/latest/projects', 'permission=PROJECT_ADMIN'],
    ['GET', '/rest', ''],
    ['GET', `${mirroring}/mirrorServers`, 'start=0&start=25'],
    ['GET', `${mirroring}/mirrorServers`, 'expand=all'],
    ['GET', `${mirroring}/mirrorServers`, '__proto__=1'],
    ['GET', `${mirroring}/mirrorServers`, `start=${'1'.repeat(600)}`],
    ['GET', `${mirroring}/mirrorServers/a`, 'start=0'],
  ])('has no row for %s %s?%s', (method, path, query) => {
    expect(() => matchRoute(method, path, query)).toThrow(
      expect.objectContaining({ kind: 'not-in-contract', status: 404 }),
    )
  })

  it('says which methods a row has', () => {
    expect(() => matchRoute('PUT', `${mirroring}/requests`, '')).toThrow(
      expect.objectContaining({ status: 405, headers: { allow: 'GET, POST' } }),
    )
  })
})
