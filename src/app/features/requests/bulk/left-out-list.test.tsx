import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { request } from '#app/features/requests/risk/testing/risk-sample.ts'
import { BulkList } from './bulk-list.tsx'
import { LeftOutList } from './left-out-list.tsx'

const requestOf = (at: number) => ({ ...request, id: String(at), mirrorName: `Mirror ${String(at)}` })
const many = Array.from({ length: 10_000 }, (_, at) => requestOf(at))

const items = () => screen.getAllByRole('listitem')

it('of ten thousand requests a hundred are drawn, and all are counted and can be found', async () => {
  const user = userEvent.setup()
  render(<BulkList decision="reject" requests={many} items={new Map()} />, { wrapper: MantineProvider })
  expect(items()).toHaveLength(100)
  expect(screen.getByText('and 9,900 more')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Show 100 more' }))
  expect(items()).toHaveLength(200)
  await user.type(screen.getByRole('searchbox', { name: 'Search: Selected requests' }), 'mirror 777')
  // 777 itself and 7770 to 7779.
  expect(items()).toHaveLength(11)
})

it('of those that are left out, every reason is shown with its number', () => {
  const leftOut = many.map((one, at) => ({ request: one, why: at % 100 === 0 ? 'Warnings: Host.' : 'Over.' }))
  render(<LeftOutList decision="accept" leftOut={leftOut} />, { wrapper: MantineProvider })
  expect(screen.getByText(/^10,000 of the selected requests are left out\./)).toBeTruthy()
  expect(screen.getByText('Warnings: Host.').nextElementSibling?.textContent).toBe('100 requests')
  expect(screen.getByText('Over.').nextElementSibling?.textContent).toBe('9,900 requests')
  expect(items()).toHaveLength(20)
  expect(screen.getByText('and 9,890 more')).toBeTruthy()
})
