import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { runMutation } from './run-mutation.ts'

describe('a mutation outside of a component', () => {
  it('gives its result, or throws what went wrong', async () => {
    const client = new QueryClient()
    const double = { mutationFn: async (count: number) => count * 2 }
    expect(await runMutation(client, double, 21)).toBe(42)
    const failing = { mutationFn: () => Promise.reject(new Error('refused')) }
    await expect(runMutation(client, failing, undefined)).rejects.toThrow('refused')
  })

  it('waits for another one of its scope, and not for others', async () => {
    const client = new QueryClient()
    const begun: string[] = []
    const first = Promise.withResolvers<void>()
    const begin = (name: string, scope: string, until: Promise<void>) =>
      runMutation(
        client,
        {
          scope: { id: scope },
          mutationFn: async () => {
            begun.push(name)
            await until
          },
        },
        undefined,
      )
    const running = begin('first', 'request-6', first.promise)
    const waiting = begin('second', 'request-6', Promise.resolve())
    await begin('other', 'request-9', Promise.resolve())
    expect(begun).toEqual(['first', 'other'])
    first.resolve()
    await Promise.all([running, waiting])
    expect(begun).toEqual(['first', 'other', 'second'])
  })

  it('is kept in the cache no longer than it is asked to', async () => {
    const client = new QueryClient({ defaultOptions: { mutations: { gcTime: 0 } } })
    await runMutation(client, { mutationFn: () => Promise.resolve() }, undefined)
    await eventually(() => expect(client.getMutationCache().getAll()).toEqual([]))
  })
})
