import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useUpdatedAt } from './use-updated-at.ts'

const KEY = ['read']

const UpdatedAt = () => <output>{useUpdatedAt()}</output>

/** A part whose drawing changes the cache, as every part does that asks for something for the first time. */
const Part = ({ at }: { at: number }) => {
  const client = useQueryClient()
  client.setQueryData(KEY, at, { updatedAt: at })
  useQuery({ queryKey: KEY, queryFn: () => 0, staleTime: Infinity })
  return null
}

it('follows what is read while another part is drawn, after that part', async () => {
  const client = new QueryClient()
  const page = (at: number) => (
    <QueryClientProvider client={client}>
      <UpdatedAt />
      <Part at={at} />
    </QueryClientProvider>
  )
  const { rerender } = render(page(1000))
  await act(() => new Promise((drawn) => setTimeout(drawn, 1)))
  rerender(page(2000))
  expect(await screen.findByText('2000')).toBeTruthy()
})
