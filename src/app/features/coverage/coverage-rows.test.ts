import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { PROBE_FAILURES } from '#contract/probe.ts'
import { repository } from '#contract/repository.ts'
import { type CellState, cellStateOf, combinedState } from './cell-state.ts'
import { placeAfter } from './coverage-grid-keys.ts'
import { coverageQuestions } from './coverage-questions.ts'
import { coverageRows, projectsOf } from './coverage-rows.ts'
import { coverageVerdict, type CoverageVerdict } from './coverage-verdict.ts'

const repo = (id: string, projectId: number | null) =>
  v.parse(repository, {
    id,
    name: `repo ${id}`,
    ...(projectId === null ? {} : { project: { id: projectId, key: `P${String(projectId)}`, name: null } }),
  })

describe('a cell', () => {
  test.each(PROBE_FAILURES)('of a mirror that could not be asked (%s) is never "not mirrored"', (failure) => {
    expect(
      cellStateOf({
        kind: 'failed',
        failure,
        status: null,
        detail: null,
        checkedAt: 0,
        tookMs: 0,
        clockDifferenceMs: null,
      }),
    ).toBe('could-not-ask')
  })

  test.each<[CellState[], CellState]>([
    [[], 'not-asked'],
    [['not-asked', 'served'], 'served'],
    [['served', 'not-mirrored'], 'differs'],
    [['served', 'could-not-ask'], 'served'],
    [['could-not-ask'], 'could-not-ask'],
  ])('of a project with %j is %s', (samples, state) => expect(combinedState(samples)).toBe(state))
})

describe('the verdict', () => {
  test.each<[CellState[], CoverageVerdict]>([
    [['served', 'served', 'could-not-ask'], 'covered'],
    [['served', 'not-mirrored'], 'sole'],
    [['served', 'could-not-ask'], 'open'],
    [['served', 'not-asked'], 'open'],
    [['not-mirrored', 'failed'], 'nowhere'],
    [['not-mirrored', 'unclear'], 'open'],
    [['not-mirrored', 'differs'], 'open'],
    [[], 'open'],
  ])('on %j is %s', (cells, verdict) => expect(coverageVerdict(cells)).toBe(verdict))
})

describe('rows', () => {
  const projects = projectsOf([repo('1', 1), repo('2', 2), repo('3', 1), repo('4', null), repo('../x', 1)])
  const answers = {
    isKnown: (id: string) => id === '1' || id === '2',
    stateAt: (id: string, mirrorId: string): CellState =>
      id === '1' ? (mirrorId === 'a' ? 'served' : 'not-mirrored') : id === '2' ? 'served' : 'not-asked',
  }
  const view = { search: '', shown: 'all', open: new Set<string>(), mirrorIds: ['a', 'b'], answers } as const

  const names = (shown: 'sole' | 'nowhere', mirrorIds: readonly string[]) =>
    coverageRows(projects, { ...view, shown, mirrorIds }).map(({ project }) => project.name)

  test('are projects; repositories without one stand together, and unusable ids are left out', () => {
    expect(projects.map(({ name, repositories }) => [name, repositories.length])).toEqual([
      ['P1', 2],
      ['P2', 1],
      ['No project', 1],
    ])
  })

  test('show the repositories of a project that is open', () => {
    const rows = coverageRows(projects, { ...view, open: new Set(['1']) })
    expect(rows.map((row) => (row.kind === 'project' ? row.project.name : row.repository.id))).toEqual([
      'P1',
      '1',
      '3',
      'P2',
      'No project',
    ])
  })

  test('are filtered by verdict, without mirrors that are thought gone', () => {
    expect(names('sole', ['a', 'b'])).toEqual(['P1'])
    expect(names('sole', ['a'])).toEqual(['P1', 'P2'])
    expect(names('nowhere', ['b'])).toEqual(['P1'])
  })

  test('are asked about by one sample of each project first', () => {
    const ids = coverageQuestions(projects, new Set(['1']), ['a']).map(({ repositoryId }) => repositoryId)
    expect(ids).toEqual(['1', '2', '4', '3'])
  })
})

test('keys never lead out of the grid', () => {
  const last = { row: 9, column: 4 }
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...keys)), (pressed) => {
      const { row, column } = pressed.reduce((place, key) => placeAfter(key, place, last) ?? place, {
        row: 0,
        column: 0,
      })
      expect(row >= 0 && row <= 9 && column >= 0 && column <= 4).toBe(true)
    }),
  )
  expect(placeAfter('x', { row: 0, column: 0 }, last)).toBeNull()
})
