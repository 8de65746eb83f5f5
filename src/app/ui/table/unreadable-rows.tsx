import { Suspense } from 'react'
import type { UnreadableRow } from '#contract/page.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'

const UnreadableList = lazyPart(
  async () => (await import('./unreadable-list.tsx')).UnreadableList,
  'in-place',
)

/** Rows that came over the wire but could not be read: shown as such, since leaving them out would be a lie. */
export const UnreadableRows = ({ rows }: { rows: readonly UnreadableRow[] }) => (
  <Suspense>{rows.length > 0 ? <UnreadableList rows={rows} /> : null}</Suspense>
)
