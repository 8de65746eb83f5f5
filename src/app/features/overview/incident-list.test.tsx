import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { mirrorServer } from '#contract/mirror-server.ts'
import { createQueryClient } from '#app/api/query-client.ts'
import type { Incident } from '#app/domain/fleet/incidents.ts'
import { IncidentList } from './incident-list.tsx'

const CALM = 'No problem found.'
const AWAITED = 'The first answers are awaited.'

const mirror = v.parse(mirrorServer, { id: 'dublin', name: 'Dublin', enabled: true })
const unreachable: Incident = {
  cause: 'unreachable',
  mirrors: [{ ...mirror, since: null, repositories: [], asked: 0, behind: null }],
  unserved: [],
}

const show = (given: { incidents?: Incident[]; unanswered?: (typeof mirror)[]; isGathering: boolean }) =>
  render(
    <MantineProvider>
      <QueryClientProvider client={createQueryClient()}>
        <MemoryRouter>
          <IncidentList incidents={[]} unanswered={[]} calm={CALM} offsetMs={0} {...given} />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  )

describe('the incidents', () => {
  it.each([
    ['nothing is said to be well while incidents are held back', { incidents: [unreachable] }],
    ['nor while the history of lag is read, before any is known', {}],
  ])('%s', (_promise, given) => {
    show({ ...given, isGathering: true })
    expect(screen.queryByText(CALM)).toBeNull()
    expect(screen.getByText(AWAITED).closest('[aria-busy="true"]')).toBeTruthy()
  })

  it('who has not answered is said instead, while that is known', () => {
    show({ incidents: [unreachable], unanswered: [mirror], isGathering: true })
    expect(screen.getByText('Not answered yet')).toBeTruthy()
    expect([screen.queryByText(CALM), screen.queryByText(AWAITED)]).toEqual([null, null])
  })

  it('what is calm is said once the answers have come', () => {
    show({ isGathering: false })
    expect(screen.getByText(CALM).closest('[aria-busy="true"]')).toBeNull()
  })

  it('what is wrong is said once the answers have come', () => {
    show({ incidents: [unreachable], isGathering: false })
    expect(screen.getByText('Dublin')).toBeTruthy()
    expect(screen.queryByText(CALM)).toBeNull()
  })
})
