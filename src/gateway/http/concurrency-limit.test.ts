import { describe, expect, it } from 'vitest'
import { createConcurrencyLimit } from './concurrency-limit.ts'

describe('a concurrencyLimit', () => {
  it('admits up to its limit, and the next one when one leaves', async () => {
    const concurrencyLimit = createConcurrencyLimit({ places: 1, queue: 1, waitMs: 60_000 })
    const leave = await concurrencyLimit.enter('admin')
    const next = concurrencyLimit.enter('admin')
    expect(await concurrencyLimit.enter('admin')).toBeNull()
    leave?.()
    const leaveNext = await next
    expect(leaveNext).toBeTypeOf('function')
    leaveNext?.()
    expect(await concurrencyLimit.enter('admin')).toBeTypeOf('function')
  })

  it('ends every wait', async () => {
    const concurrencyLimit = createConcurrencyLimit({ places: 1, queue: 9, waitMs: 0 })
    await concurrencyLimit.enter('admin')
    expect(await concurrencyLimit.enter('admin')).toBeNull()
  })

  it('keeps one user from delaying another', async () => {
    const concurrencyLimit = createConcurrencyLimit({ places: 1, queue: 0, waitMs: 0 })
    await concurrencyLimit.enter('admin')
    expect(await concurrencyLimit.enter('jcitizen')).toBeTypeOf('function')
  })
})
