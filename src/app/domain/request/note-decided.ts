import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Page } from '#contract/page.ts'
import type { PageParam } from '#app/api/paged-list.ts'
import { requestKeys } from './requests.ts'

type Pages = InfiniteData<Page<MirroringRequest>, PageParam>

/**
 * Shows in every list of requests what became of one of them. A long list is not read again for one of its rows, and must
 * not offer a decision that was made. The list keeps its age.
 *
 * @param now the request as it is known to be; `null` where it is gone.
 */
export const noteDecided = (client: QueryClient, id: string, now: MirroringRequest | null): void => {
  for (const { queryKey, state } of client
    .getQueryCache()
    .findAll({ queryKey: [...requestKeys.all, 'list'] })) {
    const listed = queryKey.at(-1)
    const isKept = now !== null && (listed === 'ALL' || listed === now.state)
    const changed = (page: Page<MirroringRequest>): Page<MirroringRequest> =>
      page.values.some((row) => row.id === id)
        ? { ...page, values: page.values.flatMap((row) => (row.id === id ? (isKept ? now : []) : row)) }
        : page
    client.setQueryData<Pages>(
      queryKey,
      (known) =>
        known?.pages.some(({ values }) => values.some((row) => row.id === id)) === true
          ? { ...known, pages: known.pages.map(changed) }
          : known,
      { updatedAt: state.dataUpdatedAt },
    )
  }
}
