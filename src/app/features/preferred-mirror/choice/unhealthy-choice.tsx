import { Button } from '@mantine/core'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { isSafeId } from '#contract/path.ts'
import { useHealthThresholds } from '#app/domain/mirror/health-thresholds.ts'
import { healthOf, type MirrorHealth } from '#app/domain/mirror/mirror-health.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { plainOf } from '#app/text/hidden-characters.ts'
import { useAtNow } from '#app/browser/use-now.ts'
import classes from '#app/features/preferred-mirror/preferred-mirror-page.module.css'

/** What each health means for somebody who clones from there; `null` where there is nothing to say. */
const MEANING: Readonly<Record<MirrorHealth, string | null>> = {
  healthy: null,
  unknown: null,
  stale: 'has not been seen for a while. Clones from it may fail or lag behind.',
  'never-seen': 'has never been seen. Clones from it may fail.',
  disabled: 'is disabled. Clones from it may fail.',
  'clock-differs': 'has a clock that differs. It may refuse what Bitbucket sends it.',
}

/** Alternatives offered at once. */
const OFFERED = 3

/** Says when the preferred mirror is not well, and offers those that are. Nothing is saved by selecting one. */
export const UnhealthyChoice = ({
  preferred,
  mirrors,
  offsetMs,
  onChoose,
}: {
  preferred: MirrorServer
  mirrors: readonly MirrorServer[]
  /** How far the upstream's clock is ahead of ours, in ms. */
  offsetMs: number
  onChoose: (mirrorId: string) => void
}) => {
  const thresholds = useHealthThresholds()
  const listed = mirrors.find(({ id }) => id === preferred.id) ?? preferred
  const meaning = useAtNow((now) => MEANING[healthOf(listed, now + offsetMs, thresholds)] ?? '')
  const healthyIds = useAtNow((now) =>
    mirrors
      .filter((mirror) => isSafeId(mirror.id) && healthOf(mirror, now + offsetMs, thresholds) === 'healthy')
      .map(({ id }) => id)
      .join(' '),
  )
  if (meaning === '') return null
  const healthy = mirrors.filter(({ id }) => healthyIds.split(' ').includes(id)).slice(0, OFFERED)
  return (
    <div role="status" className={classes.current}>
      <span>
        “<ForeignText inline>{preferred.name}</ForeignText>” {meaning}{' '}
        {healthy.length === 0 ? 'No other mirror is healthy now.' : 'These are healthy:'}
      </span>
      {healthy.map(({ id, name }) => (
        <Button key={id} variant="default" size="xs" onClick={() => onChoose(id)}>
          {`Select ${plainOf(name.slice(0, 120))}`}
        </Button>
      ))}
    </div>
  )
}
