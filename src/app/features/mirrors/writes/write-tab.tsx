import { DangerTab } from '#app/features/mirrors/danger/danger-tab.tsx'
import { EventTab } from '#app/features/mirrors/event/event-tab.tsx'
import type { MirrorTab } from '#app/features/mirrors/details/mirror-address.ts'
import type { MirrorTabProps } from '#app/features/mirrors/details/mirror-tab.ts'
import { RecordTab } from '#app/features/mirrors/record/record-tab.tsx'
import type { OpenRemoval } from '#app/features/mirrors/removal/use-removal.tsx'

/** The parts of a mirror's page that write; small, and fetched together: who opens one often opens the next. */
type WriteTabId = Extract<MirrorTab, 'event' | 'record' | 'danger-zone'>

/** One of the parts that write. */
export const WriteTab = ({
  tab,
  removal,
  ...props
}: MirrorTabProps & { tab: WriteTabId; removal: OpenRemoval }) => {
  switch (tab) {
    case 'event':
      return <EventTab {...props} />
    case 'record':
      return <RecordTab {...props} />
    case 'danger-zone':
      return <DangerTab {...props} removal={removal} />
  }
}
