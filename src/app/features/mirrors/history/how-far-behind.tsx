import { useQueryClient } from '@tanstack/react-query'
import type { Behind } from '#contract/history.ts'
import { behindWords, lagWords } from '#app/domain/history/behind-words.ts'
import { isFallingBehind } from '#app/domain/history/is-falling-behind.ts'
import { paths } from '#app/paths.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { DataTable } from '#app/ui/table/data-table.tsx'
import type { TableColumn } from '#app/ui/table/table-column.ts'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import classes from './history.module.css'
import { LagBars } from './lag-bars.tsx'
import { repositoryNamesIn } from './repository-names-in.ts'

const Now = ({ behind }: { behind: Behind }) => {
  const words = behindWords(behind)
  return (
    <p>
      Now: {isFallingBehind(behind) ? <StateMark tone="attention">{`Behind by ${words}`}</StateMark> : words}.
    </p>
  )
}

const Summary = ({ behind: { kind, p50Ms, p95Ms } }: { behind: Behind }) => {
  if (p50Ms === null || p95Ms === null) {
    return <p>No {kind === 'webhook' ? 'push' : 'change of a sample'} reached it in this time.</p>
  }
  return (
    <p>
      {kind === 'webhook' ? 'Half of the pushes' : 'Half of the changes of samples'} reached it within{' '}
      {lagWords(kind, p50Ms)}, 95 of 100 within {lagWords(kind, p95Ms)}.
    </p>
  )
}

type Slow = Behind['slowest'][number]

const idOf = ({ repositoryId }: Slow): string => repositoryId

const columnsOf = (
  kind: Behind['kind'],
  names: ReadonlyMap<string, string>,
): readonly TableColumn<Slow>[] => [
  {
    id: 'repository',
    header: 'Slowest repositories',
    isRowHeader: true,
    cell: ({ repositoryId }) => (
      <NamedLink id={repositoryId} to={paths.repository}>
        {names.get(repositoryId) ?? `Repository ${repositoryId}`}
      </NamedLink>
    ),
  },
  { id: 'took', header: 'Took, or waits for', cell: ({ ms }) => lagWords(kind, ms) },
]

/** The repositories that took longest, by the names that a page has read already, else by their ids. */
const Slowest = ({ behind: { kind, slowest } }: { behind: Behind }) => (
  <DataTable
    label="Slowest repositories"
    columns={columnsOf(kind, repositoryNamesIn(useQueryClient()))}
    rows={slowest}
    rowId={idOf}
    sort={null}
    onSort={() => undefined}
    empty={null}
  />
)

/** How long pushes take to this mirror, as far as it is known. */
export const HowFarBehind = ({ behind }: { behind: Behind | null }) => (
  <section aria-label="How far behind">
    <h2 className={classes.heading}>How far behind</h2>
    {behind === null ? (
      <p>
        Not known: Bitbucket has reported no push and no synchronization of this mirror, and no sample has
        changed. An administrator of the console can set WEBHOOK_SECRET; the README of Mirror Console says
        how.
      </p>
    ) : (
      <>
        <LagBars behind={behind} />
        <Now behind={behind} />
        <Summary behind={behind} />
        <Slowest behind={behind} />
        <p>
          {behind.kind === 'webhook'
            ? 'As Bitbucket reports each push and each synchronization, to the second and up to a tenth too high.'
            : 'From a few repositories that are looked at every minute: the mirror was no farther behind with these.'}
        </p>
      </>
    )}
  </section>
)
