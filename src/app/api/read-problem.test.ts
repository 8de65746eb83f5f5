import { describe, expect, test } from 'vitest'
import { readProblem, retryAfterMs } from './read-problem.ts'

const NOW = Date.UTC(2026, 10, 23, 12, 0, 0)
const known = { 'x-ausername': 'admin' }
const answer = (status: number, headers: Record<string, string> = {}, body = '') =>
  new Response(body, { status, headers })

describe('a refusal is told by status and header, never by its text', () => {
  test.each([
    ['401 without a name: signed out', answer(401), 'signed-out'],
    ['401 with a name: not permitted', answer(401, known), 'not-permitted'],
    ['403', answer(403, known), 'not-permitted'],
    ['404', answer(404), 'not-found'],
    ['409', answer(409), 'conflict'],
    ['429', answer(429), 'rate-limited'],
    ['500', answer(500), 'server'],
    ['503', answer(503), 'unavailable'],
    ['504', answer(504), 'timeout'],
    ['400', answer(400), 'invalid'],
    ["the gateway's own kind", answer(502, {}, '{"errors":[],"kind":"upstream-redirect"}'), 'not-bitbucket'],
    [
      'an answer that is too large',
      answer(502, {}, '{"errors":[],"kind":"upstream-too-large"}'),
      'too-large',
    ],
    ['429 of a load balancer', answer(429, {}, '{"errors":[],"kind":"overloaded"}'), 'rate-limited'],
    ['a kind nobody knows', answer(502, {}, '{"errors":[],"kind":"__proto__"}'), 'server'],
    ['a page for people', answer(500, {}, '<html>'), 'server'],
  ])('%s', async (_name, response, kind) => expect(await readProblem(response)).toHaveProperty('kind', kind))

  test("keeps Bitbucket's own words as details", async () => {
    const problem = await readProblem(answer(409, {}, '{"errors":[{"message":"No such request"}]}'))
    expect(problem.errors).toEqual([{ context: null, message: 'No such request', exceptionName: null }])
  })
})

describe('Retry-After', () => {
  test.each([
    ['absent', null, null],
    ['seconds', '7', 7000],
    ['a date', 'Mon, 23 Nov 2026 12:00:30 GMT', 30_000],
    ['a date that has passed', 'Mon, 23 Nov 2026 11:00:00 GMT', 0],
    ['absurd', '999999999', 300_000],
    ['nonsense', 'soon', null],
  ])('%s', (_name, header, expected) => expect(retryAfterMs(header, NOW)).toBe(expected))
})
