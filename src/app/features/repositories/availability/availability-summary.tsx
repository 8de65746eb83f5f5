import { Button } from '@mantine/core'
import { type UseQueryResult, useQueries, useQueryClient } from '@tanstack/react-query'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { ProbeResult } from '#contract/probe.ts'
import { availabilityQuery } from '#app/domain/availability/ask-mirror.ts'
import { repositoryKeys } from '#app/domain/repository/repositories.ts'
import { isServing } from '#app/domain/availability/availability-words.ts'
import classes from './availability.module.css'

const countsOf = (results: readonly UseQueryResult<ProbeResult>[]) => ({
  asked: results.filter(({ data, error }) => data !== undefined || error !== null).length,
  serving: results.filter(({ data }) => data !== undefined && isServing(data)).length,
  asking: results.filter(({ isFetching }) => isFetching).length,
})

const outcomeText = (serving: number, asked: number, all: number): string =>
  `Served by ${serving} of ${all} mirrors${asked < all ? `, ${all - asked} not asked` : ''}`

/** How many mirrors serve the repository as far as they were asked, and the way to ask all of them again. */
export const AvailabilitySummary = ({
  repositoryId,
  mirrors,
}: {
  repositoryId: string
  mirrors: readonly MirrorServer[]
}) => {
  const client = useQueryClient()
  // It only watches: each row asks for itself.
  const { asked, serving, asking } = useQueries({
    queries: mirrors.map(({ id }) => ({ ...availabilityQuery(repositoryId, id), enabled: false })),
    combine: countsOf,
  })
  const askAll = () => {
    for (const { id } of mirrors) {
      void client.refetchQueries(
        { queryKey: repositoryKeys.availability(repositoryId, id), type: 'active' },
        { cancelRefetch: false },
      )
    }
  }
  if (mirrors.length === 0) return null
  return (
    <>
      {/* Only the outcome is read out: a hundred steps on the way to it would be noise. */}
      <p className={classes.summary}>
        {asking > 0 ? `Asking: ${asked} of ${mirrors.length} done` : null}
        <span role="status">{asking > 0 ? null : outcomeText(serving, asked, mirrors.length)}</span>
      </p>
      <Button variant="default" size="xs" onClick={askAll}>
        Ask all again
      </Button>
    </>
  )
}
