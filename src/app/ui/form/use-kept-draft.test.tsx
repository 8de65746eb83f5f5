import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { PropsWithChildren } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { createQueryClient } from '#app/api/query-client.ts'
import { sessionKey } from '#app/api/session-key.ts'
import { useKeptDraft } from './use-kept-draft.ts'

const EMPTY: Readonly<Record<'name' | 'address', string>> = { name: '', address: '' }

const clientOf = (user: string | null): QueryClient => {
  const client = createQueryClient()
  client.setQueryData(sessionKey, { user })
  return client
}

/** A form on a page that was just loaded. */
const open = (client: QueryClient, form = 'register') => {
  const wrapper = ({ children }: PropsWithChildren) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { result, unmount } = renderHook(() => useKeptDraft(form, EMPTY), { wrapper })
  return {
    draft: () => result.current[0],
    type: (name: string) => act(() => result.current[1]({ ...EMPTY, name })),
    /** The browser lets go of the page. */
    leave: () => {
      dispatchEvent(new Event('pagehide'))
      unmount()
    },
    unmount,
  }
}

afterEach(() => sessionStorage.clear())

describe('what was typed into a form', () => {
  it('is there again after the page was loaded again, once', () => {
    const first = open(clientOf('alice'))
    first.type('Oslo')
    first.leave()
    const second = open(clientOf('alice'))
    expect(second.draft()).toEqual({ name: 'Oslo', address: '' })
    second.unmount()
    expect(open(clientOf('alice')).draft()).toEqual(EMPTY)
  })

  it.each([
    ['of another person', clientOf('bob'), 'register'],
    ['of no one', clientOf(null), 'register'],
    ['about something else', clientOf('alice'), 'record A'],
  ])('is not in a form %s', (_whose, client, form) => {
    const first = open(clientOf('alice'))
    first.type('Oslo')
    first.leave()
    expect(open(client, form).draft()).toEqual(EMPTY)
    expect(sessionStorage).toHaveLength(0)
  })

  it('is not kept where nothing was typed, where the form was left before, or after signing out', () => {
    open(clientOf('alice')).leave()
    const left = open(clientOf('alice'))
    left.type('Oslo')
    left.unmount()
    dispatchEvent(new Event('pagehide'))
    const client = clientOf('alice')
    const signedOut = open(client)
    signedOut.type('Oslo')
    client.clear()
    signedOut.leave()
    expect(sessionStorage).toHaveLength(0)
  })

  it.each(['', '{', '[1,2,3]', '["alice","register",{"name":7}]'])('is nothing where %j is kept', (text) => {
    sessionStorage.setItem('mirror-console-draft', text)
    expect(open(clientOf('alice')).draft()).toEqual(EMPTY)
  })
})
