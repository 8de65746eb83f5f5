import { Button } from '@mantine/core'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { paths } from '#app/paths.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { Page } from '#app/ui/page/page.tsx'
import { ListView } from '#app/ui/table/list-view.tsx'
import { searchedRows } from '#app/ui/table/searched-rows.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { useRowSelect } from '#app/ui/table/selection/use-row-select.tsx'
import { useNameDoubts } from '#app/ui/untrusted/use-name-doubts.ts'
import { useTableParams } from '#app/ui/table/use-table-params.ts'
import { BulkPlace } from './bulk-place.tsx'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { requestCan } from './request-can.ts'
import { requestColumns } from './request-columns.tsx'
import { stateOf } from './request-state.ts'
import { RequestTabs } from './request-tabs.tsx'
import { useDecision } from '#app/features/requests/decision/use-decision.tsx'
import { Link } from '#app/ui/page/link.tsx'

const NoRequests = lazyPart(async () => (await import('./no-requests.tsx')).NoRequests, 'in-place')

const namedOf = ({ id, mirrorName }: MirroringRequest) => [id, mirrorName] as const
const idOf = ({ id }: MirroringRequest): string => id
const textsOf = ({ mirrorName, mirrorId, id, mirrorBaseUrl }: MirroringRequest) => [
  mirrorName,
  mirrorId,
  id,
  mirrorBaseUrl,
]
const selectRules = {
  idOf,
  canSelect: (request: MirroringRequest): boolean => requestCan.beDeleted(request).isAllowed,
  labelOf: (request: MirroringRequest): string => `Select ${plainOf(mirrorNameOf(request))}`,
}
const NO_ROWS: readonly never[] = []

/** The mirrors that ask to join, and what became of those that asked. */
export const RequestsPage = () => {
  const [params] = useSearchParams()
  const { search, setSearch, sort } = useTableParams()
  const state = stateOf(params)
  const query = usePagedList(requestsQuery(state))
  const { data } = query
  const { decide, dialog } = useDecision()
  const doubts = useNameDoubts(data?.rows, namedOf)
  const columns = useMemo(() => requestColumns(decide, doubts, state !== null), [decide, doubts, state])
  const rows = useMemo(() => data && searchedRows(data.rows, search, textsOf), [data, search])
  const select = useRowSelect(selectRules, { rows: rows ?? NO_ROWS, columns, sort })
  return (
    <Page
      title="Mirroring requests"
      context="Mirrors that ask to join, and what was decided about them."
      actions={
        <Button component={Link} to={paths.newRequest} variant="default">
          Register a mirror
        </Button>
      }
    >
      <ListView
        table="requests"
        label="Mirroring requests"
        noun="requests"
        query={query}
        rows={rows}
        rowId={idOf}
        columns={columns}
        select={select}
        filter={{ state: state ?? 'ALL' }}
        searchPlaceholder="Search name, id or address"
        problem={{ refusedTitle: 'You are not permitted to see mirroring requests' }}
        above={<RequestTabs state={state} />}
        empty={<NoRequests state={state} search={search} onClear={() => setSearch('')} />}
      >
        {data && rows ? (
          <BulkPlace
            select={select}
            list={data}
            listKey={state ?? 'ALL'}
            shown={rows}
            canDecide={state === 'PENDING' || state === null}
          />
        ) : null}
      </ListView>
      {dialog}
    </Page>
  )
}
