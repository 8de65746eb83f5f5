import type { MirrorServer } from '#contract/mirror-server.ts'
import { useHealthThresholds } from '#app/domain/mirror/health-thresholds.ts'
import { healthOf } from '#app/domain/mirror/mirror-health.ts'
import { useNow } from '#app/browser/use-now.ts'
import { HealthMark } from './health-mark.tsx'

/** A mirror's health at this moment. It alone renders as time goes by. */
export const TickingHealth = ({
  mirror,
  offsetMs,
}: {
  mirror: Pick<MirrorServer, 'enabled' | 'lastSeenDate'>
  /** What to add to this browser's time for the upstream's, in ms. */
  offsetMs: number
}) => <HealthMark health={healthOf(mirror, useNow() + offsetMs, useHealthThresholds())} />
