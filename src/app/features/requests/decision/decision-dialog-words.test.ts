import { describe, expect, it } from 'vitest'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision, DecisionOutcome } from '#app/domain/request/request-decision.ts'
import { Problem } from '#app/api/problem.ts'
import { outcomeWords } from '#app/ui/dialog/write-words.ts'
import { decisionWords, doneWords, isOver } from './decision-dialog-words.ts'

const shown: MirroringRequest = {
  id: '7',
  state: 'PENDING',
  mirrorName: 'Tokyo',
  mirrorId: 'B0F5-CS21',
  mirrorBaseUrl: 'https://tokyo.example.com',
  mirrorType: 'SINGLE',
  productType: null,
  productVersion: '8.16.2',
  addonDescriptorUri: null,
}
const problem = new Problem({ kind: 'timeout' })
const inState = (state: string): DecisionOutcome => ({
  kind: 'changed',
  truth: { ...shown, state },
  mayBeOurs: false,
})
const gone: DecisionOutcome = { kind: 'gone', mayBeOurs: false }
const goneSince: DecisionOutcome = { kind: 'gone', mayBeOurs: true }
const notDone: DecisionOutcome = { kind: 'not-done', truth: shown, problem }
const unknown: DecisionOutcome = { kind: 'unknown', problem, isConfirmed: false }
const done: DecisionOutcome = { kind: 'done', answer: null, truth: null }
const found = (state: string): DecisionOutcome => ({ kind: 'found', truth: { ...shown, state } })
const deleted: DecisionOutcome = { kind: 'found', truth: null }

const words = (outcome: DecisionOutcome, decision: Decision = 'accept') =>
  outcomeWords(decisionWords, outcome, { shown, decision })

describe('an outcome is stated plainly', () => {
  it.each<[string, DecisionOutcome, string]>([
    ['accepted before', inState('ACCEPTED'), 'This request was already accepted by someone else'],
    ['rejected before', inState('REJECTED'), 'This request was already rejected by someone else'],
    ['in an unknown state', inState('EXPIRED'), 'This request was already handled by someone else'],
    ['accepted, answer lost', found('ACCEPTED'), 'This request is accepted now'],
    ['deleted', gone, 'This request no longer exists'],
    ['still pending', notDone, 'The request is still pending'],
    ['unknown', unknown, 'Outcome unknown'],
  ])('when the request is %s', (_state, outcome, title) => expect(words(outcome)).toMatchObject({ title }))

  it.each<[string, DecisionOutcome, string]>([
    ['by someone else', gone, 'This request was already deleted by someone else'],
    ['and the answer lost', deleted, 'This request is deleted now'],
    ['not at all', notDone, 'The request is still there'],
  ])('when it was deleted %s', (_how, outcome, title) =>
    expect(words(outcome, 'delete')).toMatchObject({ title }),
  )

  it('with the facts that changed', () => {
    const truth = { ...shown, mirrorBaseUrl: 'https://evil.example', productVersion: null }
    expect(words({ kind: 'changed', truth, mayBeOurs: false }, 'reject')).toEqual({
      title: 'This request changed in the meantime; nothing was rejected',
      meaning: 'What changed: address, version. Check it as it is now and decide again.',
    })
  })

  it('without claiming what is not known', () => {
    expect(words(goneSince)?.meaning).toContain('to see whether')
    expect(words(unknown)?.meaning).toContain('may have been accepted or not')
  })
})

describe('a decision', () => {
  it.each<[Decision, string, DecisionOutcome, boolean]>([
    ['accept', 'done', done, true],
    ['accept', 'found done', found('ACCEPTED'), true],
    ['accept', 'rejected', inState('REJECTED'), true],
    ['reject', 'gone', gone, true],
    ['delete', 'deleted', deleted, true],
    ['accept', 'pending', inState('PENDING'), false],
    ['delete', 'accepted', inState('ACCEPTED'), false],
    ['accept', 'not done', notDone, false],
    ['delete', 'unknown', unknown, false],
  ])('to %s is over when nothing is left to decide: %s is $3', (decision, _name, outcome, expected) =>
    expect(isOver(outcome, decision)).toBe(expected),
  )

  it('uses the words of the product', () => {
    expect(doneWords('Tokyo', 'accept')).toBe('Tokyo was accepted')
    expect(doneWords('Tokyo', 'reject')).toBe('Tokyo was rejected')
    expect(doneWords('Tokyo', 'delete')).toBe('The request of Tokyo was deleted')
  })
})
