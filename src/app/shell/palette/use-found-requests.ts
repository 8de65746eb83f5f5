import { useMemo } from 'react'
import { isSafeId } from '#contract/path.ts'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { isComing } from '#app/api/reading/list-reading.ts'
import { useListReading } from '#app/api/reading/use-list-reading.ts'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { paths } from '#app/paths.ts'
import { searchedRows } from '#app/ui/table/searched-rows.ts'
import type { PaletteCommand } from './palette-command.ts'

const NONE: readonly MirroringRequest[] = []

const textsOf = ({ mirrorName, mirrorId, id, mirrorBaseUrl }: MirroringRequest) => [
  mirrorName,
  mirrorId,
  id,
  mirrorBaseUrl,
]

/**
 * The pending requests that have what is searched for in their name, id or address. The list is read to its end for it.
 * An account that may not read requests finds none.
 *
 * @param search empty for no search: then nothing is asked.
 */
export const useFoundRequests = (
  search: string,
): { readonly commands: readonly PaletteCommand[]; readonly isReading: boolean } => {
  const isSearch = search !== ''
  const query = usePagedList({ ...requestsQuery('PENDING'), enabled: isSearch })
  const { reading } = useListReading(query, isSearch)
  const rows = query.data?.rows ?? NONE
  const commands = useMemo(
    () =>
      (isSearch ? searchedRows(rows, search, textsOf) : NONE)
        .filter(({ id }) => isSafeId(id))
        .map((request) => ({
          id: `request ${request.id}`,
          group: 'Mirroring requests' as const,
          name: mirrorNameOf(request),
          isFound: true,
          run: { to: paths.request(request.id) },
        })),
    [isSearch, rows, search],
  )
  return { commands, isReading: isSearch && (query.isFetching || isComing(reading)) }
}
