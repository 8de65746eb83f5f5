import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { type ServedBy, servedBy } from '#app/domain/fleet/served-by.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { repositoryKeys } from '#app/domain/repository/repositories.ts'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import classes from './availability.module.css'
import type { useAnswers } from './use-answers.ts'

const outcomeText = ({ serving, asked, of }: ServedBy): string =>
  asked === 0
    ? 'No mirror was asked'
    : `Served by ${serving} of ${of} mirrors${asked < of ? `, ${of - asked} not asked` : ''}`

/** How many mirrors serve the repository as far as they were asked, and the way to ask all of them again. */
export const AvailabilitySummary = ({
  repositoryId,
  mirrors,
  found: { said, asked, asking, oldest },
  verdicts,
}: {
  repositoryId: string
  mirrors: readonly MirrorServer[]
  found: ReturnType<typeof useAnswers>
  /** How the mirrors are now: one that cannot serve does not count, whatever it answered before. */
  verdicts: Verdicts
}) => {
  const client = useQueryClient()
  const askAll = () => {
    for (const { id } of mirrors) {
      void client.refetchQueries(
        { queryKey: repositoryKeys.availability(repositoryId, id), type: 'active' },
        { cancelRefetch: false },
      )
    }
  }
  if (mirrors.length === 0) return null
  const served = servedBy(mirrors, verdicts, said)
  return (
    <>
      {/* Only the outcome is read out: a hundred steps on the way to it would be noise. */}
      <p className={classes.summary}>
        {asking > 0 ? `Asking: ${asked} of ${mirrors.length} done` : null}
        <span role="status">{asking > 0 ? null : outcomeText(served)}</span>
        {asking > 0 || served.asked === 0 || oldest === null ? null : (
          <span className={classes.age}>
            <span className={classes.comma}>, </span>
            oldest answer <TimeAgo instant={oldest} />
          </span>
        )}
      </p>
      <Button variant="default" size="xs" onClick={askAll}>
        Ask all again
      </Button>
    </>
  )
}
