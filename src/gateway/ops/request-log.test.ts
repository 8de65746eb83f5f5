import { expect, it, vi } from 'vitest'
import type { Decision } from '#gateway/forward/decision.ts'
import { writeLogs } from './request-log.ts'

it('writes both logs in one stream, a line each, and names that no terminal obeys', async () => {
  const written: string[] = []
  const stdout = vi
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => written.push(String(text)) > 0)
  const line = { time: '', requestId: 'r', method: 'GET', route: '/x', status: 200, ms: 1 }
  const decision: Decision = {
    kind: 'decision',
    time: '',
    requestId: 'r',
    user: 'ad\u202Emin\u009B2J\n\u2028é',
    userNamedBy: 'bitbucket',
    operation: 'acceptRequest',
    ids: { mirroringRequestId: '7' },
    outcome: 'answered',
    status: 200,
  }
  writeLogs.log(line)
  writeLogs.decide(decision)
  await new Promise(setImmediate)
  stdout.mockRestore()
  const [first, second, end] = written.join('').split('\n')
  expect(JSON.parse(first ?? '')).toEqual(line)
  expect(second).toMatch(/^[\u0020-\u007E]+$/)
  expect(JSON.parse(second ?? '')).toEqual(decision)
  expect(end).toBe('')
})
