import { describe, expect, it } from 'vitest'
import { permissionLines } from './permission-lines.ts'

const nested = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 'ADMIN'
  for (let level = 0; level < depth; level += 1) value = wrap(value)
  return value
}

describe('effective permissions as lines', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['none', null, []],
    ['a word', 'ADMIN', ['ADMIN']],
    ['a list', ['ADMIN', 'READ', 'ADMIN'], ['ADMIN', 'READ']],
    ['lists by kind', { global: ['ADMIN'], repository: ['READ'] }, ['global: ADMIN', 'repository: READ']],
    ['lists in lists', [[['ADMIN']]], ['ADMIN']],
    ['arrays without end', nested(100_000, (inner) => [inner]), ['…']],
    ['objects without end', nested(100_000, (inner) => ({ a: inner })), ['a.a.a.a.a.a: …']],
    ['both in turn, without end', nested(100_000, (inner) => ({ a: [inner] })), ['a.a.a: …']],
  ])('%s', (_what, permissions, lines) => expect(permissionLines(permissions)).toEqual(lines))

  it('are cut after fifty', () => {
    const many = Array.from({ length: 1000 }, (_row, at) => `P${String(at)}`)
    expect(permissionLines(many)).toHaveLength(50)
  })
})
