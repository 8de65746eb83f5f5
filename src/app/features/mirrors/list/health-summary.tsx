import { Link, useSearchParams } from 'react-router'
import { healthCounts } from '#app/domain/mirror/health-counts.ts'
import { healthWords } from '#app/domain/mirror/health-words.ts'
import type { MirrorHealth } from '#app/domain/mirror/mirror-health.ts'
import { paths } from '#app/paths.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { numberText } from '#app/text/number-text.ts'
import { healthFilterOf, withHealth } from './health-filter.ts'
import classes from '#app/features/mirrors/mirrors.module.css'

/** How many mirrors have each health, the worst first; each is a link to those alone. */
export const HealthSummary = ({ healths }: { healths: ReadonlyMap<string, MirrorHealth> }) => {
  const [params] = useSearchParams()
  const chosen = healthFilterOf(params)
  const found = healthCounts(healths.values())
  // A filter that lets nothing through any more stays in sight, so that it can be taken away.
  const isGone = chosen !== null && found.every(({ health }) => health !== chosen)
  const counts = isGone ? [{ health: chosen, count: 0 }, ...found] : found
  if (counts.length === 0) return null
  const link = (health: MirrorHealth | null) => ({
    to: paths.mirrors + withHealth(params, health),
    className: classes.chip,
    preventScrollReset: true,
    replace: true,
    'aria-current': health === chosen ? ('true' as const) : undefined,
  })
  return (
    <nav aria-label="Mirrors by health">
      <ul className={classes.summary}>
        <li>
          <Link {...link(null)}>{`All ${numberText(healths.size)}`}</Link>
        </li>
        {counts.map(({ health, count }) => (
          <li key={health}>
            <Link {...link(health)}>
              <StateMark tone={healthWords[health].tone}>
                {`${numberText(count)} ${healthWords[health].word.toLowerCase()}`}
              </StateMark>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
