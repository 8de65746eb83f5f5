import type { MirrorServer } from '#contract/mirror-server.ts'
import { healthWords } from '#app/domain/mirror/health-words.ts'
import { type HealthThresholds, healthOf } from '#app/domain/mirror/mirror-health.ts'
import { mirrorTypeColumn } from '#app/domain/mirror/mirror-type-column.tsx'
import { addressColumn } from '#app/ui/table/columns/address-column.tsx'
import { identifierColumn } from '#app/ui/table/columns/identifier-column.tsx'
import type { NameDoubts } from '#app/text/name-doubts.ts'
import { sortableVersion } from '#app/text/sortable-version.ts'
import type { TableColumn } from '#app/ui/table/table-column.ts'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { healthRank } from '#app/domain/mirror/health-rank.ts'
import { MirrorName } from './mirror-name.tsx'
import { TickingHealthReason } from '#app/features/mirrors/ticking-health-reason.tsx'
import { MirrorHealthMark } from '#app/domain/mirror/mirror-health-mark.tsx'
import { VersionCell } from '#app/features/mirrors/version-cell.tsx'

/**
 * The columns of the list of mirror servers.
 *
 * @param offsetMs what to add to this browser's time for the upstream's, in ms.
 * @param now this browser's time, epoch ms, asked when rows are sorted by health.
 */
export const mirrorColumns = ({
  preferredId,
  offsetMs,
  upstreamVersion,
  thresholds,
  isDetailed,
  listQuery,
  doubts,
  now = Date.now,
}: {
  preferredId: string | null
  offsetMs: number
  /** `null` while it is not known. */
  upstreamVersion: string | null
  thresholds: HealthThresholds
  /** With the id and the reason of the health. */
  isDetailed: boolean
  /** The list's own query string, which the page of a mirror needs to know its neighbours. */
  listQuery: string
  /** What the eye may get wrong about names, by mirror id. */
  doubts: NameDoubts
  now?: () => number
}): readonly TableColumn<MirrorServer>[] => [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: (mirror) => (
      <MirrorName
        mirror={mirror}
        isPreferred={mirror.id === preferredId}
        doubt={doubts.get(mirror.id)}
        isDetailed={isDetailed}
        listQuery={listQuery}
      />
    ),
    text: ({ name }) => name,
    sortValue: ({ name }) => name,
    width: '22%',
  },
  {
    id: 'health',
    header: 'Health',
    cell: (mirror) =>
      isDetailed ? (
        <TickingHealthReason mirror={mirror} offsetMs={offsetMs} />
      ) : (
        <MirrorHealthMark mirror={mirror} offsetMs={offsetMs} />
      ),
    text: (mirror) => healthWords[healthOf(mirror, now() + offsetMs, thresholds)].word,
    // The time is asked when rows are sorted: columns that changed with it would draw every row anew.
    sortValue: (mirror) => healthRank(healthOf(mirror, now() + offsetMs, thresholds)),
    width: isDetailed ? '24%' : '144px',
  },
  {
    id: 'last-seen',
    header: 'Last seen',
    cell: ({ lastSeenDate }) => (
      <TimeAgo instant={lastSeenDate} offsetMs={offsetMs} unknown="not known" both={isDetailed} />
    ),
    text: ({ lastSeenDate }) => (lastSeenDate === null ? null : new Date(lastSeenDate).toISOString()),
    sortValue: ({ lastSeenDate }) => lastSeenDate,
    width: '144px',
  },
  mirrorTypeColumn,
  {
    id: 'version',
    header: 'Version',
    cell: ({ productVersion }) => (
      <VersionCell version={productVersion} upstreamVersion={upstreamVersion} isDetailed={isDetailed} />
    ),
    text: ({ productVersion }) => productVersion,
    sortValue: ({ productVersion }) => sortableVersion(productVersion),
    width: isDetailed ? '144px' : '104px',
  },
  addressColumn(({ baseUrl }) => baseUrl),
  identifierColumn('id', 'Mirror id', ({ id }) => id),
]
