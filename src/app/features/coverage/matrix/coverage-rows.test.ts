import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { PROBE_FAILURES } from '#contract/probe.ts'
import { repository } from '#contract/repository.ts'
import { type CellState, cellStateOf, codeOf, stateOf } from '#app/domain/coverage/cell-state.ts'
import { combinedCodes } from '#app/domain/coverage/combined-codes.ts'
import { createCoverageAnswers } from '#app/domain/coverage/coverage-answers.ts'
import { placeAfter } from '#app/features/coverage/grid/coverage-grid-keys.ts'
import { coverageQuestions, noteLoadedSamples } from '#app/features/coverage/run/coverage-questions.ts'
import { coverageMatrix } from './coverage-matrix.ts'
import { coverageRows, passingRows, rowAt, type Shown } from './coverage-rows.ts'
import { createProjectSamples } from '#app/domain/coverage/project-samples.ts'
import { coverageVerdict, type CoverageVerdict } from '#app/domain/coverage/coverage-verdict.ts'

const repo = (id: string, projectId: number | null) =>
  v.parse(repository, {
    id,
    name: `repo ${id}`,
    ...(projectId === null ? {} : { project: { id: projectId, key: `P${String(projectId)}`, name: null } }),
  })

describe('a cell', () => {
  it.each(PROBE_FAILURES)('of a mirror that could not be asked (%s) is never "not mirrored"', (failure) => {
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

  it.each<[CellState[], CellState]>([
    [[], 'not-asked'],
    [['not-asked', 'served'], 'served'],
    [['served', 'not-mirrored'], 'differs'],
    [['served', 'could-not-ask'], 'served'],
    [['could-not-ask'], 'could-not-ask'],
    [['not-mirrored', 'could-not-ask', 'not-asked'], 'not-mirrored'],
    [['served', 'not-mirrored', 'served'], 'differs'],
  ])('of a project with %j is %s', (samples, state) => {
    for (const some of [samples, samples.toReversed()]) {
      expect(stateOf(some.map(codeOf).reduce(combinedCodes, 0))).toBe(state)
    }
  })
})

describe('the verdict', () => {
  it.each<[CellState[], CoverageVerdict]>([
    [['served', 'served', 'could-not-ask'], 'covered'],
    [['served', 'not-mirrored'], 'sole'],
    [['served', 'could-not-ask'], 'open'],
    [['served', 'not-asked'], 'open'],
    [['not-mirrored', 'failed'], 'nowhere'],
    [['not-mirrored', 'unclear'], 'open'],
    [['not-mirrored', 'differs'], 'open'],
    [[], 'open'],
  ])('on %j is %s', (cells, verdict) => expect(coverageVerdict(Uint8Array.from(cells, codeOf))).toBe(verdict))
})

describe('rows', () => {
  const matrix = coverageMatrix(
    [],
    [repo('1', 1), repo('2', 2), repo('3', 1), repo('4', null), repo('../x', 1)],
    createProjectSamples(),
  )
  const answers = createCoverageAnswers()
  const remember = (id: string, mirrorId: string, state: CellState) =>
    answers.remember(id, mirrorId, { state, at: 0 })
  remember('1', 'a', 'served')
  remember('1', 'b', 'not-mirrored')
  remember('2', 'a', 'served')
  remember('2', 'b', 'served')

  const names = (
    shown: Shown,
    {
      mirrorIds = ['a', 'b'],
      open = [],
      search = '',
    }: { mirrorIds?: string[]; open?: string[]; search?: string },
  ) => {
    const opened = new Set(open)
    const passing = passingRows(matrix, shown, opened, answers.columnsOf(mirrorIds), answers)
    return Array.from(coverageRows(matrix, search, opened, passing), (number) => {
      const row = rowAt(matrix, number)
      return row?.kind === 'repository' ? row.repository.name : row?.project.name
    })
  }

  it('are projects; repositories without one are grouped together, and unusable ids are left out', () => {
    expect(names('all', {})).toEqual(['P1', 'P2', 'No project'])
    expect(matrix.repositories.map(({ id }) => id)).toEqual(['1', '3', '2', '4'])
  })

  it('show the repositories of a project that is open', () => {
    expect(names('all', { open: ['1'] })).toEqual(['P1', 'repo 1', 'repo 3', 'P2', 'No project'])
    expect(names('all', { open: ['1', '2', ''] })).toHaveLength(7)
  })

  it('are filtered by verdict, without the mirrors that the simulation leaves out', () => {
    expect(names('sole', {})).toEqual(['P1'])
    expect(names('sole', { mirrorIds: ['a'] })).toEqual(['P1', 'P2'])
    expect(names('nowhere', { mirrorIds: ['b'] })).toEqual(['P1'])
  })

  it('of an open project are filtered one by one, below the project that holds them', () => {
    expect(names('sole', { open: ['1'] })).toEqual(['P1', 'repo 1'])
    expect(names('open', { open: ['1'] })).toEqual(['P1', 'repo 3', 'No project'])
  })

  it('are found by the name of a project, and by that of a repository where its project is open', () => {
    expect(names('all', { search: 'p2' })).toEqual(['P2'])
    expect(names('all', { search: 'p1', open: ['1'] })).toEqual(['P1', 'repo 1', 'repo 3'])
    expect(names('all', { search: 'repo 3', open: ['1'] })).toEqual(['P1', 'repo 3'])
    expect(names('all', { search: 'repo 3' })).toEqual([])
  })

  it('are asked about by one sample of each project first, then by the others of those that are open', () => {
    const samples = createProjectSamples()
    expect(coverageQuestions(matrix, samples, new Set(['1']), ['a'])).toEqual({
      projectIds: ['1', '2', ''],
      repositoryIds: ['3'],
      mirrorIds: ['a'],
    })
    samples.note('1', { kind: 'repository', id: '3' }, 0)
    expect(coverageQuestions(matrix, samples, new Set(['1']), ['a']).repositoryIds).toEqual(['1'])
  })

  it('that were loaded stand for their projects, and a sample that is known stays', () => {
    const samples = createProjectSamples()
    samples.note('1', { kind: 'repository', id: '3' }, 0)
    samples.note('2', { kind: 'failed' }, 0)
    noteLoadedSamples(matrix, samples, 5)
    expect([...samples.entries()]).toEqual([
      ['1', { kind: 'repository', id: '3', at: 0 }],
      ['2', { kind: 'repository', id: '2', at: 5 }],
      ['', { kind: 'repository', id: '4', at: 5 }],
    ])
  })
})

it('keys never lead out of the grid', () => {
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
  expect(placeAfter('j', { row: 0, column: 0 }, last, true)).toEqual({ row: 1, column: 0 })
  expect(placeAfter('j', { row: 0, column: 0 }, last, false)).toBeNull()
})
