import { type ComponentProps, Suspense, useSyncExternalStore } from 'react'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { isAtRest } from '#app/ui/table/selection/selection.ts'
import type { BulkBar as Bar } from '#app/features/requests/bulk/bulk-bar.tsx'

const BulkBar = lazyPart(async () => (await import('#app/features/requests/bulk/bulk-bar.tsx')).BulkBar)

/** Where the bar for selected requests appears; its code comes with the first selected row. */
export const BulkPlace = (props: ComponentProps<typeof Bar>) => {
  const { selection } = props.select
  const isNone = () => isAtRest(selection.get())
  const isEmpty = useSyncExternalStore(selection.subscribe, isNone, isNone)
  return <Suspense>{isEmpty ? null : <BulkBar {...props} />}</Suspense>
}
