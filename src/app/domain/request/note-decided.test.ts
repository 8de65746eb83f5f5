import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import type { MirroringRequest, RequestState } from '#contract/mirroring-request.ts'
import { Problem } from '#app/api/problem.ts'
import { noteDecided } from './note-decided.ts'
import { type Decision, type DecisionOutcome, requestAfter } from './request-decision.ts'
import { requestKeys, requestsQuery } from './requests.ts'

const request = (id: string, state = 'PENDING'): MirroringRequest => ({
  id,
  state,
  mirrorName: `Mirror ${id}`,
  mirrorId: id,
  mirrorBaseUrl: null,
  mirrorType: null,
  productType: null,
  productVersion: null,
  addonDescriptorUri: null,
})
const READ_AT = 1000

/** A cache with both lists, of two pages each. */
const cached = () => {
  const client = new QueryClient()
  const keep = (state: RequestState | null) => {
    const pages = [['1', '2'], ['3']].map((ids) => ({
      values: ids.map((id) => request(id)),
      unreadable: [],
      start: 0,
      limit: null,
      isLastPage: false,
      nextPageStart: null,
    }))
    const pageParams = [0, 2].map((start) => ({ start, limit: 1000 }))
    client.setQueryData(requestsQuery(state).queryKey, { pages, pageParams }, { updatedAt: READ_AT })
  }
  keep('PENDING')
  keep(null)
  const rowsOf = (state: RequestState | null) =>
    client
      .getQueryData(requestsQuery(state).queryKey)
      ?.pages.flatMap(({ values }) => values.map(({ id, state: now }) => `${id} ${now}`))
  return { client, rowsOf }
}

const done: DecisionOutcome = { kind: 'done', answer: null, truth: null }
const whole = ['1 PENDING', '2 PENDING', '3 PENDING']

describe('what a decision did', () => {
  it.each<[string, Decision, DecisionOutcome, string[], string[]]>([
    ['accepted', 'accept', done, ['1 PENDING', '3 PENDING'], ['1 PENDING', '2 ACCEPTED', '3 PENDING']],
    ['rejected', 'reject', done, ['1 PENDING', '3 PENDING'], ['1 PENDING', '2 REJECTED', '3 PENDING']],
    ['deleted', 'delete', done, ['1 PENDING', '3 PENDING'], ['1 PENDING', '3 PENDING']],
    [
      'found to be accepted by someone else',
      'reject',
      { kind: 'changed', truth: request('2', 'ACCEPTED'), mayBeOurs: false },
      ['1 PENDING', '3 PENDING'],
      ['1 PENDING', '2 ACCEPTED', '3 PENDING'],
    ],
    [
      'found to be gone',
      'accept',
      { kind: 'gone', mayBeOurs: false },
      ['1 PENDING', '3 PENDING'],
      ['1 PENDING', '3 PENDING'],
    ],
    ['not decided', 'accept', { kind: 'not-done', truth: request('2'), problem: null }, whole, whole],
    [
      'not known to be decided',
      'accept',
      { kind: 'unknown', problem: new Problem({ kind: 'timeout' }), isConfirmed: false },
      whole,
      whole,
    ],
  ])('shows in the lists: %s', (_what, decision, outcome, pending, all) => {
    const { client, rowsOf } = cached()
    const now = requestAfter({ shown: request('2'), decision }, outcome)
    if (now !== undefined) noteDecided(client, '2', now)
    expect(rowsOf('PENDING')).toEqual(pending)
    expect(rowsOf(null)).toEqual(all)
    expect(client.getQueryState(requestKeys.list('PENDING'))?.dataUpdatedAt).toBe(READ_AT)
  })
})
