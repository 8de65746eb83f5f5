import { describe, expect, test } from 'vitest'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision, DecisionOutcome } from '#app/domain/request/request-decision.ts'
import { Problem } from '#app/api/problem.ts'
import { decisionDialogWords, doneWords, isDone } from './decision-dialog-words.ts'

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
const inState = (state: string, mayBeOurs: boolean): DecisionOutcome => ({
  kind: 'handled',
  request: { ...shown, state },
  mayBeOurs,
})

const words = (outcome: DecisionOutcome, decision: Decision = 'accept') => {
  if (outcome.kind === 'done') throw new Error('The dialog closes when it is done.')
  return decisionDialogWords(outcome, decision, shown)
}

describe('an outcome is told plainly', () => {
  test.each<[string, DecisionOutcome, string]>([
    ['accepted before', inState('ACCEPTED', false), 'This request was already accepted by someone else'],
    ['rejected before', inState('REJECTED', false), 'This request was already rejected by someone else'],
    ['in an unknown state', inState('EXPIRED', false), 'This request was already handled by someone else'],
    ['accepted, answer lost', inState('ACCEPTED', true), 'This request is accepted now'],
    [
      'rejected while our accept was lost',
      inState('REJECTED', true),
      'This request was already rejected by someone else',
    ],
    ['deleted', { kind: 'gone', mayBeOurs: false }, 'This request no longer exists'],
    ['still pending', { kind: 'not-done', request: shown, problem }, 'The request is still pending'],
    ['unknown', { kind: 'unknown', problem }, 'Outcome unknown'],
  ])('when the request is %s', (_state, outcome, title) => expect(words(outcome)).toMatchObject({ title }))

  test.each<[string, DecisionOutcome, string]>([
    [
      'by somebody else',
      { kind: 'gone', mayBeOurs: false },
      'This request was already deleted by someone else',
    ],
    ['and the answer lost', { kind: 'gone', mayBeOurs: true }, 'This request is deleted now'],
    ['not at all', { kind: 'not-done', request: shown, problem }, 'The request is still there'],
  ])('when it was deleted %s', (_how, outcome, title) =>
    expect(words(outcome, 'delete')).toMatchObject({ title }),
  )

  test('with the facts that changed', () => {
    const request = { ...shown, mirrorBaseUrl: 'https://evil.example', productVersion: null }
    expect(words({ kind: 'changed', request }, 'reject')).toEqual({
      title: 'This request changed while you looked at it; nothing was rejected',
      meaning: 'What changed: address, version. Look at it as it is now and decide again.',
    })
  })

  test('without claiming what is not known', () => {
    expect(words({ kind: 'gone', mayBeOurs: true }).meaning).toContain('to see whether')
    expect(words({ kind: 'unknown', problem }).meaning).toContain('may have been accepted or not')
  })
})

describe('a decision is told as done', () => {
  test.each<[Decision, DecisionOutcome, boolean]>([
    ['accept', { kind: 'done', mirror: null }, true],
    ['delete', { kind: 'done', mirror: null }, true],
    ['accept', inState('ACCEPTED', true), true],
    ['accept', inState('ACCEPTED', false), false],
    ['accept', inState('REJECTED', true), false],
    ['reject', inState('REJECTED', true), true],
    ['reject', { kind: 'gone', mayBeOurs: true }, false],
    ['delete', { kind: 'gone', mayBeOurs: true }, true],
    ['delete', { kind: 'gone', mayBeOurs: false }, false],
    ['delete', { kind: 'unknown', problem }, false],
  ])('to %s when that is certain (%#)', (decision, outcome, expected) =>
    expect(isDone(outcome, decision)).toBe(expected),
  )

  test('in the words of the product', () => {
    expect(doneWords('Tokyo', 'accept')).toBe('Tokyo was accepted')
    expect(doneWords('Tokyo', 'reject')).toBe('Tokyo was rejected')
    expect(doneWords('Tokyo', 'delete')).toBe('The request of Tokyo was deleted')
  })
})
