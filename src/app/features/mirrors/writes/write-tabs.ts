import { DangerTab } from '#app/features/mirrors/danger/danger-tab.tsx'
import { EventTab } from '#app/features/mirrors/event/event-tab.tsx'
import { RecordTab } from '#app/features/mirrors/record/record-tab.tsx'
import { TokenTab } from '#app/features/mirrors/token/token-tab.tsx'

/**
 * The parts of a mirror's page that write or show a secret: small, and often opened one after the other, so they are one
 * file.
 */
export const writeTabs = {
  token: TokenTab,
  event: EventTab,
  record: RecordTab,
  'danger-zone': DangerTab,
} as const
