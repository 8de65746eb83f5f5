import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision } from '#app/domain/request/request-decision.ts'
import type { BulkItem } from './bulk-item.ts'
import { BulkRows } from './bulk-rows.tsx'
import { BulkScroll, DRAWN } from './bulk-scroll.tsx'

/** The requests that a bulk decision takes, with what became of each. */
export const BulkList = ({
  decision,
  requests,
  items,
}: {
  decision: Decision
  requests: readonly MirroringRequest[]
  items: ReadonlyMap<string, BulkItem>
}) => (
  <BulkScroll label="Selected requests" count={requests.length}>
    {(found, search) => (
      <BulkRows key={search} requests={found(requests)} first={DRAWN} decision={decision} items={items} />
    )}
  </BulkScroll>
)
