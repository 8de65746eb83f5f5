import { describe, expect, it } from 'vitest'
import { createTurnstile } from './turnstile.ts'

describe('a turnstile', () => {
  it('lets so many in, and the next one when somebody leaves', async () => {
    const turnstile = createTurnstile({ places: 1, queue: 1, waitMs: 60_000 })
    const leave = await turnstile.enter('admin')
    const next = turnstile.enter('admin')
    expect(await turnstile.enter('admin')).toBeNull()
    leave?.()
    const leaveNext = await next
    expect(leaveNext).toBeTypeOf('function')
    leaveNext?.()
    expect(await turnstile.enter('admin')).toBeTypeOf('function')
  })

  it('lets nobody wait for ever', async () => {
    const turnstile = createTurnstile({ places: 1, queue: 9, waitMs: 0 })
    await turnstile.enter('admin')
    expect(await turnstile.enter('admin')).toBeNull()
  })

  it('keeps one user from holding up another', async () => {
    const turnstile = createTurnstile({ places: 1, queue: 0, waitMs: 0 })
    await turnstile.enter('admin')
    expect(await turnstile.enter('jcitizen')).toBeTypeOf('function')
  })
})
