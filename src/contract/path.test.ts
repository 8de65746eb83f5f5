import * as fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { operations } from './operations.ts'
import {
  buildPath,
  isSafeId,
  matchPath,
  type PathParameter,
  type PathParameters,
  UnsafeIdError,
} from './path.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'.split('')
const safeId = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 1, maxLength: 128 })
const unsafeId = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '',
      '.',
      '..',
      '../x',
      '%2e%2e',
      'a/b',
      'a\\b',
      'a?b',
      'a#b',
      'a;b',
      'a\n',
      '{id}',
      'ı',
      'x'.repeat(129),
    ),
  )
  .filter((id) => !/^[A-Za-z0-9_-]{1,128}$/.test(id) || id.endsWith('\n'))

const TEMPLATES = Object.values(operations).map((operation): string => operation.path)
const withIds = TEMPLATES.filter((template) => template.includes('{'))
const parameterOf = (template: string): string => /\{([^}]+)\}/.exec(template)?.[1] ?? ''

describe('buildPath', () => {
  it('puts a safe id in its place and nothing else: no dots, no extra slash, nothing left of the template', () => {
    fc.assert(
      fc.property(fc.constantFrom(...withIds), safeId, (template, id) => {
        const path = buildPath<string>(template, { [parameterOf(template)]: id })
        expect(path).toBe(template.replace(/\{[^}]+\}/, () => id))
        expect(path).not.toMatch(/\.\.|\/\/|[{}%?#\\]/)
        expect(path.split('/')).toHaveLength(template.split('/').length)
        expect(new URL(path, 'https://bitbucket.example.com').pathname).toBe(path)
      }),
    )
  })

  it('throws for everything outside the safe alphabet', () => {
    fc.assert(
      fc.property(fc.constantFrom(...withIds), unsafeId, (template, id) => {
        expect(isSafeId(id)).toBe(false)
        expect(() => buildPath<string>(template, { [parameterOf(template)]: id })).toThrow(UnsafeIdError)
      }),
    )
  })

  it('throws where an id is missing or only inherited, and names the parameter but never the value', () => {
    const template = '/rest/mirroring/latest/mirrorServers/{toString}'
    expect(() => buildPath<string>(template, {})).toThrow(UnsafeIdError)
    expect(() => buildPath('/rest/x/{mirrorId}', { mirrorId: '<canary>' })).toThrow(
      expect.objectContaining({ parameter: 'mirrorId', message: expect.not.stringContaining('canary') }),
    )
  })

  it('reads the names of the parameters from the path itself', () => {
    expectTypeOf<PathParameters<'/rest/a/{mirrorId}/b/{repoId}'>>().toEqualTypeOf<{
      readonly mirrorId: string
      readonly repoId: string
    }>()
    expectTypeOf<PathParameter<'/rest/a'>>().toBeNever()
    // @ts-expect-error -- a misspelt parameter must not compile.
    expect(() => buildPath('/rest/a/{mirrorId}', { mirorId: '1' })).toThrow(UnsafeIdError)
  })
})

describe('matchPath', () => {
  it('reads back what buildPath wrote', () => {
    fc.assert(
      fc.property(fc.constantFrom(...withIds), safeId, (template, id) => {
        const parameters = { [parameterOf(template)]: id }
        expect(matchPath(template, buildPath<string>(template, parameters))).toEqual(parameters)
      }),
    )
  })

  it('fits no path with an unsafe id', () => {
    fc.assert(
      fc.property(fc.constantFrom(...withIds), unsafeId, (template, id) => {
        expect(
          matchPath(
            template,
            template.replace(/\{[^}]+\}/, () => id),
          ),
        ).toBeNull()
      }),
    )
  })

  it.each([
    ['another row', '/rest/mirroring/latest/requests'],
    ['a trailing slash', '/rest/mirroring/latest/mirrorServers/1/'],
    ['a doubled slash', '/rest//mirroring/latest/mirrorServers/1'],
    ['a missing id', '/rest/mirroring/latest/mirrorServers/'],
    ['dots', '/rest/mirroring/latest/mirrorServers/..'],
    ['an escape', '/rest/mirroring/latest/mirrorServers/%31'],
    ['another case', '/REST/mirroring/latest/mirrorServers/1'],
    ['a query', '/rest/mirroring/latest/mirrorServers/1?x=1'],
    ['a whole address', 'http://evil.example/rest/mirroring/latest/mirrorServers/1'],
    ['nothing', ''],
  ])('does not fit %s', (_what, path) => {
    expect(matchPath('/rest/mirroring/latest/mirrorServers/{mirrorId}', path)).toBeNull()
  })

  it('fits at most one row of the contract per method', () => {
    for (const operation of Object.values(operations)) {
      const path = operation.path.replace(/\{[^}]+\}/, () => '7')
      const fitting = Object.values(operations).filter(
        (other) => other.method === operation.method && matchPath(other.path, path) !== null,
      )
      expect(fitting).toEqual([operation])
    }
  })
})
