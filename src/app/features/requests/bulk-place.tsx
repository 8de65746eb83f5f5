import { lazy, Suspense, useSyncExternalStore } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Selection } from '#app/ui/selection.ts'

const BulkBar = lazy(() => import('./bulk/bulk-bar.tsx').then((module) => ({ default: module.BulkBar })))

/** Where the bar for selected requests appears; its code comes with the first selected row. */
export const BulkPlace = (props: {
  selection: Selection
  rows: readonly MirroringRequest[]
  shown: readonly MirroringRequest[]
  canDecide: boolean
}) => {
  const { selection } = props
  const isEmpty = useSyncExternalStore(selection.subscribe, () => selection.get().size === 0)
  return <Suspense>{isEmpty ? null : <BulkBar {...props} />}</Suspense>
}
