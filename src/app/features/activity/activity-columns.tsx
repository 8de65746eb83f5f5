import type { ActivityEntry } from '#contract/activity.ts'
import { identifierColumn } from '#app/ui/table/columns/identifier-column.tsx'
import type { TableColumn } from '#app/ui/table/table-column.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { operationWords } from './operation-words.ts'
import { outcomeWords } from './outcome-words.ts'

/** What each id is the id of. */
const ID_WORDS = new Map([
  ['mirrorId', 'mirror'],
  ['mirroringRequestId', 'request'],
  ['upstreamRepoId', 'repository'],
])

const idsText = ({ ids }: ActivityEntry): string =>
  Object.entries(ids)
    .map(([name, id]) => `${ID_WORDS.get(name) ?? name} ${id}`)
    .join(', ')

/** The columns of the list of writes. */
export const activityColumns: readonly TableColumn<ActivityEntry>[] = [
  {
    id: 'what',
    header: 'What',
    isRowHeader: true,
    cell: ({ operation }) => operationWords(operation),
    text: ({ operation }) => operationWords(operation),
    sortValue: ({ operation }) => operationWords(operation),
    width: '22%',
  },
  {
    id: 'when',
    header: 'When',
    cell: ({ at }) => <TimeAgo instant={at} both />,
    text: ({ at }) => new Date(at).toISOString(),
    sortValue: ({ at }) => at,
    width: '24%',
  },
  {
    id: 'who',
    header: 'Who',
    cell: ({ user, isNamed }) => (
      <>
        <ForeignText inline>{user}</ForeignText>
        {isNamed ? null : ' (as typed at sign-in)'}
      </>
    ),
    text: ({ user }) => user,
    sortValue: ({ user }) => user,
    width: '16%',
  },
  {
    id: 'on',
    header: 'On',
    cell: ({ ids }) =>
      Object.entries(ids).map(([name, id]) => (
        <span key={name}>
          {`${ID_WORDS.get(name) ?? name} `}
          <Identifier>{id}</Identifier>{' '}
        </span>
      )),
    text: idsText,
    value: ({ ids }) => ids,
    sortValue: idsText,
  },
  {
    id: 'outcome',
    header: 'Outcome',
    cell: (entry) => {
      const { tone, words } = outcomeWords(entry)
      return <StateMark tone={tone}>{words}</StateMark>
    },
    text: (entry) => outcomeWords(entry).words,
    sortValue: (entry) => outcomeWords(entry).words,
    width: '22%',
  },
  identifierColumn('request-id', 'Request id', ({ requestId }) => requestId),
]
