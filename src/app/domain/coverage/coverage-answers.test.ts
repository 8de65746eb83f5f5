import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { CELL_STATES, codeOf } from './cell-state.ts'
import { createCoverageAnswers } from './coverage-answers.ts'

it('answers are what was remembered last about each pair, however many there are', () => {
  const answer = fc.record({
    repositoryId: fc.nat(3000).map(String),
    mirrorId: fc.nat(90).map(String),
    state: fc.constantFrom(...CELL_STATES.slice(1)),
    at: fc.nat(2_000_000_000).map((seconds) => seconds * 1000),
  })
  fc.assert(
    fc.property(fc.array(answer, { size: '+2' }), (all) => {
      const answers = createCoverageAnswers()
      for (const { repositoryId, mirrorId, state, at } of all) {
        answers.remember(repositoryId, mirrorId, { state, at })
      }
      const latest = new Map(all.map((one) => [`${one.repositoryId} ${one.mirrorId}`, one]))
      for (const { repositoryId, mirrorId, state, at } of latest.values()) {
        expect(answers.at(repositoryId, mirrorId)).toEqual({ state, at })
        const visited: number[] = []
        answers.eachCode(repositoryId, answers.columnsOf(['never asked', mirrorId]), (index, code) => {
          visited[index] = code
        })
        expect(visited).toEqual([0, codeOf(state)])
      }
    }),
  )
})

it('what was not asked is not known', () => {
  const answers = createCoverageAnswers()
  answers.remember('1', 'a', { state: 'served', at: 0 })
  expect(answers.at('1', 'b')).toBeUndefined()
  expect(answers.at('2', 'a')).toBeUndefined()
  expect(answers.eachCode('2', answers.columnsOf(['a']), () => expect.unreachable())).toBe(false)
  answers.clear()
  expect(answers.at('1', 'a')).toBeUndefined()
})
