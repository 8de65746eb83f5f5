import { Suspense } from 'react'
import type { Behind } from '#contract/history.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { verdictRank } from '#app/domain/mirror/verdict-counts.ts'
import { VerdictMark } from '#app/domain/mirror/verdict-mark.tsx'
import { verdictWord } from '#app/domain/mirror/verdict-words.ts'
import { mirrorTypeColumn } from '#app/domain/mirror/mirror-type-column.tsx'
import { addressColumn } from '#app/ui/table/columns/address-column.tsx'
import { identifierColumn } from '#app/ui/table/columns/identifier-column.tsx'
import type { NameDoubts } from '#app/text/name-doubts.ts'
import { sortableVersion } from '#app/text/sortable-version.ts'
import type { TableColumn } from '#app/ui/table/table-column.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import type { MirrorSights } from '#health/mirror-sight.ts'
import { certificateColumn } from './certificate-column.tsx'
import type { BehindById } from './use-behind.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { MirrorName } from './mirror-name.tsx'
import { VersionCell } from '#app/features/mirrors/version-cell.tsx'

const VerdictDetails = lazyPart(
  async () => (await import('#app/domain/mirror/verdict-details.tsx')).VerdictDetails,
  'in-place',
)

const DayStrip = lazyPart(async () => (await import('#app/domain/history/day-strip.tsx')).DayStrip, 'silent')

const BehindNow = lazyPart(
  async () => (await import('#app/domain/history/behind-now.tsx')).BehindNow,
  'silent',
)

const verdictText = (verdicts: Verdicts, id: string): string | null => {
  const verdict = verdicts.get(id)
  return verdict === undefined ? null : verdictWord(verdict)
}

/** In a file it is seconds, which can be compared; with canaries the mirror is at most so far behind. */
const behindValue = (behind: Behind | undefined) =>
  behind === undefined || behind.nowMs === null
    ? null
    : { seconds: Math.round(behind.nowMs / 1000), atMost: behind.kind === 'canary' }

const behindText = (behind: Behind | undefined): string | null => {
  const value = behindValue(behind)
  return value && `${value.atMost ? 'at most ' : ''}${String(value.seconds)} s`
}

/**
 * The columns of the list of mirror servers.
 *
 * @param offsetMs what to add to this browser's time for the upstream's, in ms.
 */
export const mirrorColumns = ({
  preferredId,
  offsetMs,
  upstreamVersion,
  verdicts,
  isDetailed,
  listQuery,
  doubts,
  isWatched,
  behind,
  mirrors,
  sights,
}: {
  preferredId: string | null
  offsetMs: number
  /** `null` while it is not known. */
  upstreamVersion: string | null
  verdicts: Verdicts
  /** With the id and the reason of the verdict. */
  isDetailed: boolean
  /** The list's own query string, which the page of a mirror needs to know its neighbours. */
  listQuery: string
  /** What the eye may get wrong about names, by mirror id. */
  doubts: NameDoubts
  /** Whether there is a history to be shown. */
  isWatched: boolean
  /** How far mirrors are behind, by their ids. */
  behind: BehindById
  /** All of them; `undefined` while the list is read. */
  mirrors: readonly MirrorServer[] | undefined
  /** What they said when they were asked. */
  sights: MirrorSights
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
    width: '18%',
  },
  {
    id: 'health',
    header: 'Health',
    cell: ({ id }) => {
      const verdict = verdicts.get(id)
      if (verdict === undefined) return null
      return isDetailed ? (
        <Suspense fallback={<VerdictMark verdict={verdict} />}>
          <VerdictDetails verdict={verdict} />
        </Suspense>
      ) : (
        <VerdictMark verdict={verdict} />
      )
    },
    text: ({ id }) => verdictText(verdicts, id),
    sortValue: ({ id }) => verdictRank(verdicts.get(id)?.kind ?? 'unknown'),
    width: isDetailed ? '26%' : '224px',
  },
  ...(isWatched
    ? [
        {
          id: 'day',
          header: 'Last 24 hours',
          cell: ({ id }: MirrorServer) => (
            <Suspense fallback={null}>
              <DayStrip mirrorId={id} />
            </Suspense>
          ),
          width: '128px',
          givesWay: 1200 as const,
        },
        {
          id: 'behind',
          header: 'Behind',
          cell: ({ id }: MirrorServer) => (
            <Suspense fallback={null}>
              <BehindNow mirrorId={id} />
            </Suspense>
          ),
          text: ({ id }: MirrorServer) => behindText(behind.get(id)),
          value: ({ id }: MirrorServer) => behindValue(behind.get(id)),
          sortValue: ({ id }: MirrorServer) => behind.get(id)?.nowMs ?? null,
          width: '104px',
        },
      ]
    : []),
  {
    id: 'checked',
    header: 'Checked',
    cell: ({ id }) => <TimeAgo instant={verdicts.get(id)?.checkedAt ?? null} unknown="not checked yet" />,
    text: ({ id }) => {
      const checkedAt = verdicts.get(id)?.checkedAt ?? null
      return checkedAt === null ? null : new Date(checkedAt).toISOString()
    },
    sortValue: ({ id }) => verdicts.get(id)?.checkedAt ?? null,
    width: '144px',
    // The page says how old the oldest answer is.
    isOptional: true,
    isExportedAnyway: true,
  },
  {
    id: 'last-seen',
    header: 'Last seen',
    cell: ({ lastSeenDate }) => (
      <span className={isDetailed ? undefined : classes.age}>
        <TimeAgo instant={lastSeenDate} offsetMs={offsetMs} unknown="not known" both={isDetailed} />
      </span>
    ),
    text: ({ lastSeenDate }) => (lastSeenDate === null ? null : new Date(lastSeenDate).toISOString()),
    sortValue: ({ lastSeenDate }) => lastSeenDate,
    width: '120px',
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
    width: isDetailed ? '128px' : '88px',
  },
  certificateColumn(mirrors, sights, isWatched),
  { ...addressColumn(({ baseUrl }) => baseUrl), width: '20%' },
  identifierColumn('id', 'Mirror id', ({ id }) => id),
]
