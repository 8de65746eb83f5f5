import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { mirrorTypeWord } from '#app/data/mirror-type-word.ts'
import { Address } from '#app/ui/address.tsx'
import { ForeignText } from '#app/ui/foreign-text.tsx'
import { sortableVersion } from '#app/ui/sortable-version.ts'
import type { TableColumn } from '#app/ui/table-column.ts'
import { type Decide, RequestActions } from './request-actions.tsx'
import { RequestName } from './request-name.tsx'
import { RequestStateMark } from './request-state-mark.tsx'
import { requestStateWords } from './request-state-words.ts'

const facts: readonly TableColumn<MirroringRequest>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: (request) => <RequestName request={request} />,
    sortValue: ({ mirrorName }) => mirrorName,
    width: '20%',
  },
  {
    id: 'state',
    header: 'State',
    cell: ({ state }) => <RequestStateMark state={state} />,
    sortValue: ({ state }) => requestStateWords(state).rank,
    width: '112px',
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
    cell: ({ mirrorBaseUrl }) => <Address address={mirrorBaseUrl} />,
    sortValue: ({ mirrorBaseUrl }) => mirrorBaseUrl,
  },
]

/**
 * The columns of the list of requests.
 *
 * @param decide `null` where no row can be pending: a column that is always empty would only take room.
 */
export const requestColumns = (decide: Decide | null): readonly TableColumn<MirroringRequest>[] =>
  decide === null
    ? facts
    : [
        ...facts,
        {
          id: 'actions',
          header: 'Actions',
          isActions: true,
          cell: (request) => <RequestActions request={request} decide={decide} />,
          width: '180px',
        },
      ]
