import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { mirrorTypeColumn } from '#app/domain/mirror/mirror-type-column.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { addressColumn } from '#app/ui/table/columns/address-column.tsx'
import { identifierColumn } from '#app/ui/table/columns/identifier-column.tsx'
import type { NameDoubts } from '#app/text/name-doubts.ts'
import { sortableVersion } from '#app/text/sortable-version.ts'
import type { TableColumn } from '#app/ui/table/table-column.ts'
import { type Decide, RequestActions } from './request-actions.tsx'
import { RequestName } from './request-name.tsx'
import { RequestStateMark } from './request-state-mark.tsx'
import { requestStateWords } from './request-state-words.ts'

/** Columns that are always the same, so that the order by one of them is found once however the others change. */
const fixed = {
  version: {
    id: 'version',
    header: 'Version',
    cell: ({ productVersion }) => <ForeignText inline>{productVersion ?? 'not given'}</ForeignText>,
    text: ({ productVersion }) => productVersion,
    sortValue: ({ productVersion }) => sortableVersion(productVersion),
    width: '104px',
  },
  address: addressColumn(({ mirrorBaseUrl }) => mirrorBaseUrl),
  mirrorId: identifierColumn('mirror-id', 'Mirror id', ({ mirrorId }) => mirrorId),
  id: identifierColumn('id', 'Request id', ({ id }) => id),
} as const satisfies Readonly<Record<string, TableColumn<MirroringRequest>>>

const nameOf = ({ mirrorName }: MirroringRequest): string => mirrorName
const stateRankOf = ({ state }: MirroringRequest): number => requestStateWords(state).rank

const factsOf = (doubts: NameDoubts, isOneState: boolean): readonly TableColumn<MirroringRequest>[] => [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: (request) => <RequestName request={request} doubt={doubts.get(request.id)} />,
    text: nameOf,
    sortValue: nameOf,
    width: '20%',
  },
  {
    id: 'state',
    header: 'State',
    isOptional: isOneState,
    isExportedAnyway: isOneState,
    cell: ({ state }) => <RequestStateMark state={state} />,
    text: ({ state }) => requestStateWords(state).word,
    sortValue: stateRankOf,
    width: '112px',
  },
  { ...mirrorTypeColumn, givesWay: isOneState ? 0 : 1200 },
  fixed.version,
  fixed.address,
  fixed.mirrorId,
  fixed.id,
]

/**
 * The columns of the list of requests.
 *
 * @param doubts what the eye may get wrong about names, by request id.
 * @param isOneState whether all have the same state: then the list says it, and its column only when asked for.
 */
export const requestColumns = (
  decide: Decide,
  doubts: NameDoubts,
  isOneState: boolean,
): readonly TableColumn<MirroringRequest>[] => [
  ...factsOf(doubts, isOneState),
  {
    id: 'actions',
    header: 'Actions',
    isActions: true,
    cell: (request) => <RequestActions request={request} decide={decide} />,
    width: '256px',
  },
]
