import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { ActivityEntry } from '#contract/activity.ts'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { useIsWatched } from '#app/domain/history/use-is-watched.ts'
import { EmptyState } from '#app/ui/page/empty-state.tsx'
import { Page } from '#app/ui/page/page.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { ListView } from '#app/ui/table/list-view.tsx'
import { searchedRows } from '#app/ui/table/searched-rows.ts'
import { useTableParams } from '#app/ui/table/use-table-params.ts'
import { activityColumns } from './activity-columns.tsx'
import { type ActivityList, activityQuery } from './activity-query.ts'
import { operationWords } from './operation-words.ts'

const cursorOf = ({ cursor }: ActivityEntry): string => cursor
const textsOf = ({ user, operation, ids, requestId }: ActivityEntry) => [
  user,
  operationWords(operation),
  requestId,
  ...Object.values(ids),
]

const Kept = ({ list: { keptSince, isUnavailable } }: { list: ActivityList }) =>
  isUnavailable ? (
    <StateMark tone="attention">The store of the watch cannot be read now, so entries are missing.</StateMark>
  ) : keptSince === null ? null : (
    <p>
      The oldest entry is from <TimeAgo instant={keptSince} both />. Entries are kept for 90 days.
    </p>
  )

const List = () => {
  const query = usePagedList(activityQuery)
  const { search, setSearch } = useTableParams()
  const { data } = query
  const rows = useMemo(() => data && searchedRows(data.rows, search, textsOf), [data, search])
  return (
    <ListView
      table="activity"
      label="Activity"
      noun="entries"
      query={query}
      rows={rows}
      rowId={cursorOf}
      columns={activityColumns}
      searchPlaceholder="Search user, operation or id"
      problem={{ refusedTitle: 'You are not permitted to see the activity of others' }}
      note={data ? <Kept list={data} /> : null}
      empty={
        search === '' ? (
          data?.isUnavailable === true ? null : (
            <EmptyState title="Nothing was changed through this console yet." />
          )
        ) : (
          <EmptyState title="No entry matches the search.">
            <Button variant="default" onClick={() => setSearch('')}>
              Clear search
            </Button>
          </EmptyState>
        )
      }
    />
  )
}

/** Who accepted, rejected, corrected or removed what through this console. */
export const ActivityPage = () => (
  <Page
    title="Activity"
    context="Every change that was sent through this console. Bitbucket's own audit log has changes made elsewhere."
  >
    {useIsWatched() ? (
      <List />
    ) : (
      <p>
        No store keeps what is done here: it is kept where the console watches the mirrors (WATCH_TOKEN, see
        the README of Mirror Console). The log of the console has a line for each change.
      </p>
    )}
  </Page>
)
