import { Suspense, useSyncExternalStore } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import type { Selection } from '#app/ui/table/selection/selection.ts'

const BulkBar = lazyPart(async () => (await import('#app/features/requests/bulk/bulk-bar.tsx')).BulkBar)

/** Where the bar for selected requests appears; its code comes with the first selected row. */
export const BulkPlace = (props: {
  selection: Selection
  rows: readonly MirroringRequest[]
  shown: readonly MirroringRequest[]
  canDecide: boolean
}) => {
  const { selection } = props
  const isNone = () => selection.get().size === 0
  const isEmpty = useSyncExternalStore(selection.subscribe, isNone, isNone)
  return <Suspense>{isEmpty ? null : <BulkBar {...props} />}</Suspense>
}
