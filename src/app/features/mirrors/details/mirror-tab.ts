import type { MirrorServer } from '#contract/mirror-server.ts'
import type { OpenRemoval } from '#app/features/mirrors/removal/use-removal.tsx'

/** What each part of a mirror's page is given. */
export type MirrorTabProps = {
  readonly mirror: MirrorServer
  /** What to add to this browser's time for the upstream's, in ms. */
  readonly offsetMs: number
  readonly removal: OpenRemoval
}
