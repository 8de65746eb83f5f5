import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CELL_STATES } from './cell-state.ts'
import { createCoverageAnswers } from './coverage-answers.ts'
import { keptCoverageText, restoreCoverage } from './kept-coverage.ts'
import { createProjectSamples } from './project-samples.ts'

const NOW = Date.UTC(2026, 10, 27)
const MINUTE = 60_000
const DAY = 1440 * MINUTE

const nothing = () => ({ answers: createCoverageAnswers(), samples: createProjectSamples() })

/** Two projects at two mirrors, as of `at`. */
const known = (at = NOW) => {
  const all = nothing()
  all.samples.note('1', { kind: 'repository', id: '11' }, at)
  all.samples.note('2', { kind: 'empty' }, at)
  all.samples.note('3', { kind: 'failed' }, at)
  all.samples.note('4', { kind: 'repository', id: '41' }, at)
  all.answers.remember('11', 'a', { state: 'served', at })
  all.answers.remember('41', 'b', { state: 'not-mirrored', at })
  return all
}

const textOf = (all: ReturnType<typeof nothing>, at = NOW) => keptCoverageText(all, null, at)?.text ?? ''

describe('what coverage learnt', () => {
  it('is found again after a reload, to the minute of each answer', () => {
    const cell = fc.record({
      project: fc.nat(40),
      mirrorId: fc.nat(90).map(String),
      state: fc.constantFrom(...CELL_STATES.slice(1)),
      age: fc.nat(29 * 1440),
    })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const before = nothing()
        for (const { project, mirrorId, state, age } of cells) {
          const at = NOW - age * MINUTE
          before.samples.note(String(project), { kind: 'repository', id: `r${String(project)}` }, at)
          before.answers.remember(`r${String(project)}`, mirrorId, { state, at })
        }
        const after = nothing()
        restoreCoverage(textOf(before), after, NOW)
        for (const { project, mirrorId } of cells) {
          const id = `r${String(project)}`
          expect(after.answers.at(id, mirrorId)).toEqual(before.answers.at(id, mirrorId))
          expect(after.samples.of(String(project))).toEqual(before.samples.of(String(project)))
        }
      }),
    )
  })

  it('has empty projects in it, and not those that are to be tried again', () => {
    const after = nothing()
    restoreCoverage(textOf(known()), after, NOW)
    expect(after.samples.of('2')).toEqual({ kind: 'empty', at: NOW })
    expect(after.samples.of('3')).toBeUndefined()
    expect(after.answers.at('11', 'b')).toBeUndefined()
    expect(after.answers.at('41', 'b')?.state).toBe('not-mirrored')
  })

  it('comes with the run that was under way', () => {
    const run = { budget: 1000, depth: 'two', asked: 77 } as const
    const text = keptCoverageText(known(), run, NOW)?.text ?? ''
    expect(restoreCoverage(text, nothing(), NOW)).toEqual(run)
    expect(restoreCoverage(textOf(known()), nothing(), NOW)).toBeNull()
  })

  it('is no text while nothing is known', () => {
    expect(keptCoverageText(nothing(), null, NOW)).toBeNull()
  })

  it('takes about four letters for each pair: 2,000 projects on 100 mirrors are less than a megabyte', () => {
    const all = nothing()
    for (let project = 0; project < 2000; project += 1) {
      all.samples.note(String(project), { kind: 'repository', id: String(project * 50) }, NOW)
      for (let mirror = 0; mirror < 100; mirror += 1) {
        all.answers.remember(String(project * 50), `B0F5-CS21-45C2-${String(mirror)}`, {
          state: 'served',
          at: NOW,
        })
      }
    }
    const kept = keptCoverageText(all, null, NOW)
    expect(kept?.isWhole).toBe(true)
    expect(kept?.text.length).toBeLessThan(1_000_000)
  })

  it('is a part where there is more than fits, and says so', () => {
    const all = nothing()
    for (let project = 0; project < 6000; project += 1) {
      all.samples.note(String(project), { kind: 'repository', id: String(project) }, NOW)
    }
    for (let mirror = 0; mirror < 100; mirror += 1) {
      all.answers.remember('0', String(mirror), { state: 'served', at: NOW })
    }
    const kept = keptCoverageText(all, null, NOW)
    expect(kept?.isWhole).toBe(false)
    expect(kept?.text.length).toBeLessThan(2_500_000)
  })

  it.each([
    ['nothing', ''],
    ['half a text', textOf(known()).slice(0, 60)],
    ['another kind', '{"version":2}'],
    ['cells that are no text of bytes', textOf(known()).replace(/"cells":"[^"]*"/, '"cells":"%%%"')],
    ['wrong types', textOf(known()).replace('"repository"', '7')],
    ['a negative time', textOf(known()).replace(/"from":\d+/, '"from":-1')],
    ['an id without end', textOf(known()).replace('"11"', `"${'1'.repeat(500)}"`)],
  ])('that was kept as %s changes nothing', (_what, text) => {
    const after = nothing()
    expect(restoreCoverage(text, after, NOW)).toBeNull()
    expect([[...after.samples.entries()], after.answers.mirrorIds()]).toEqual([[], []])
  })

  it.each([
    ['fewer cells than samples', (text: string) => text.replace(/"cells":"[^"]*"/, '"cells":""')],
    ['states that this version does not know', (text: string) => text.replace('"served"', '"gleaming"')],
  ])('with %s is known as far as it can be read', (_what, change) => {
    const after = nothing()
    restoreCoverage(change(textOf(known())), after, NOW)
    expect(after.samples.of('1')?.kind).toBe('repository')
    expect(after.answers.at('11', 'a')).toBeUndefined()
  })

  it.each([
    ['older than a month', NOW - 31 * DAY],
    ['from the future', NOW + DAY],
  ])('is left out where it is %s', (_what, at) => {
    const after = nothing()
    restoreCoverage(textOf(known(at), Math.max(at, NOW)), after, NOW)
    expect([[...after.samples.entries()], after.answers.at('11', 'a')]).toEqual([[], undefined])
  })

  it('does not replace what is newer: another tab may have asked meanwhile', () => {
    const here = nothing()
    here.samples.note('1', { kind: 'repository', id: '12' }, NOW)
    here.answers.remember('11', 'a', { state: 'failed', at: NOW })
    restoreCoverage(textOf(known(NOW - 5 * MINUTE)), here, NOW)
    expect(here.samples.of('1')).toMatchObject({ id: '12' })
    expect(here.answers.at('11', 'a')?.state).toBe('failed')
    restoreCoverage(textOf(known(NOW + MINUTE), NOW + MINUTE), here, NOW + MINUTE)
    expect(here.answers.at('11', 'a')?.state).toBe('served')
  })
})
