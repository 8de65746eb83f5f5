import type { MirrorServer } from '#contract/mirror-server.ts'
import { useHealthThresholds } from '#app/domain/mirror/health-thresholds.ts'
import { MirrorHealthMark } from '#app/domain/mirror/mirror-health-mark.tsx'
import { useNow } from '#app/browser/use-now.ts'
import { healthReason } from './health-reason.ts'
import classes from './mirrors.module.css'

/** A mirror's health with the rule that gave it, at this moment. */
export const TickingHealthReason = ({ mirror, offsetMs }: { mirror: MirrorServer; offsetMs: number }) => {
  const reason = healthReason(mirror, useNow() + offsetMs, useHealthThresholds())
  return (
    <span className={classes.health}>
      <MirrorHealthMark mirror={mirror} offsetMs={offsetMs} />
      <span className={classes.reason}>{reason}</span>
    </span>
  )
}
