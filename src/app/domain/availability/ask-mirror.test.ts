import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import type { ProbeResult } from '#contract/probe.ts'
import { availabilityQuery, noteAnswer } from './ask-mirror.ts'

const QUESTION = { repositoryId: '11', mirrorId: 'B0F5' }

/** When a mirror was asked, by the gateway's clock, which may stand minutes from the browser's; epoch ms. */
const AT = 1_000_000

const failed = (checkedAt: number, tookMs: number): ProbeResult => ({
  kind: 'failed',
  failure: 'unreachable',
  status: null,
  detail: null,
  clockDifferenceMs: null,
  tookMs,
  checkedAt,
})

describe('an answer that is noted', () => {
  it.each([
    ['is there where nothing was known', null, AT, 2],
    ['takes the place of an older one', AT - 1, AT, 2],
    ['takes the place of one of the same moment, which is the same or a correction', AT, AT, 2],
    ['leaves a newer one where it is: it was kept over a reload', AT + 1, AT, 1],
  ])('%s', (_what, before, now, tookMs) => {
    const client = new QueryClient()
    const { queryKey } = availabilityQuery(QUESTION.repositoryId, QUESTION.mirrorId)
    // As a question of a person puts it there, with the browser's time.
    if (before !== null) client.setQueryData(queryKey, failed(before, 1))
    noteAnswer(client, QUESTION, failed(now, 2))
    expect(client.getQueryData(queryKey)).toMatchObject({ tookMs })
  })
})
