import { describe, expect, it } from 'vitest'
import { gatewayProblems } from './gateway-problem.ts'

describe('gatewayProblems', () => {
  it('are errors, each with a status that HTTP defines', () => {
    const known = new Set([400, 401, 403, 404, 412, 413, 415, 421, 429, 500, 502, 503, 504])
    expect(Object.entries(gatewayProblems).filter(([, status]) => !known.has(status))).toEqual([])
  })

  it('never use 409, which Bitbucket keeps for "no such request" and "another user handled it"', () => {
    expect(Object.values(gatewayProblems)).not.toContain(409)
  })
})
