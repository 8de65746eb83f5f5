import type { MirrorServer } from '#contract/mirror-server.ts'
import { healthOf } from '#app/data/mirror-health.ts'
import { mirrorTypeWord } from '#app/data/mirror-type-word.ts'
import { Address } from '#app/ui/address.tsx'
import { ForeignText } from '#app/ui/foreign-text.tsx'
import { sortableVersion } from '#app/ui/sortable-version.ts'
import type { TableColumn } from '#app/ui/table-column.ts'
import { TimeAgo } from '#app/ui/time-ago.tsx'
import { healthRank } from './health-rank.ts'
import { MirrorName } from './mirror-name.tsx'
import { TickingHealth } from './ticking-health.tsx'

/**
 * The columns of the list of mirror servers.
 *
 * @param offsetMs what to add to this browser's time for the upstream's, in ms.
 * @param now this browser's time, epoch ms, asked when rows are sorted by health.
 */
export const mirrorColumns = ({
  preferredId,
  offsetMs,
  now = Date.now,
}: {
  preferredId: string | null
  offsetMs: number
  now?: () => number
}): readonly TableColumn<MirrorServer>[] => [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: (mirror) => <MirrorName mirror={mirror} isPreferred={mirror.id === preferredId} />,
    sortValue: ({ name }) => name,
    width: '22%',
  },
  {
    id: 'health',
    header: 'Health',
    cell: (mirror) => <TickingHealth mirror={mirror} offsetMs={offsetMs} />,
    sortValue: (mirror) => healthRank(healthOf(mirror, now() + offsetMs)),
    width: '144px',
  },
  {
    id: 'last-seen',
    header: 'Last seen',
    cell: ({ lastSeenDate }) => <TimeAgo instant={lastSeenDate} offsetMs={offsetMs} unknown="not known" />,
    sortValue: ({ lastSeenDate }) => lastSeenDate,
    width: '144px',
  },
  {
    id: 'type',
    header: 'Type',
    cell: ({ mirrorType }) => <ForeignText inline>{mirrorTypeWord(mirrorType)}</ForeignText>,
    sortValue: ({ mirrorType }) => mirrorType,
    width: '96px',
  },
  {
    id: 'version',
    header: 'Version',
    cell: ({ productVersion }) => <ForeignText inline>{productVersion ?? 'not given'}</ForeignText>,
    sortValue: ({ productVersion }) => sortableVersion(productVersion),
    width: '104px',
  },
  {
    id: 'address',
    header: 'Address',
    cell: ({ baseUrl }) => <Address address={baseUrl} />,
    sortValue: ({ baseUrl }) => baseUrl,
  },
]
