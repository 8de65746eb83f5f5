import { useSearchParams } from 'react-router'
import type { VerdictKind } from '#health/mirror-verdict.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { verdictCounts } from '#app/domain/mirror/verdict-counts.ts'
import { verdictWords } from '#app/domain/mirror/verdict-words.ts'
import { severityOf } from '#health/verdict-severity.ts'
import { paths } from '#app/paths.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { numberText } from '#app/text/number-text.ts'
import { verdictFilterOf, withVerdict } from './verdict-filter.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { Link } from '#app/ui/page/link.tsx'

/** How many mirrors have each verdict, the worst first; each is a link to those alone. */
export const VerdictSummary = ({ verdicts }: { verdicts: Verdicts }) => {
  const [params] = useSearchParams()
  const chosen = verdictFilterOf(params)
  const found = verdictCounts(verdicts.values())
  // A filter that lets nothing through any more stays in sight, so that it can be taken away.
  const isGone = chosen !== null && found.every(({ kind }) => kind !== chosen)
  const counts = isGone ? [{ kind: chosen, count: 0 }, ...found] : found
  if (counts.length === 0) return null
  const link = (kind: VerdictKind | null) => ({
    to: paths.mirrors + withVerdict(params, kind),
    className: classes.chip,
    replace: true,
    'aria-current': kind === chosen ? ('true' as const) : undefined,
  })
  return (
    <nav aria-label="Mirrors by health">
      <ul className={classes.summary}>
        <li>
          <Link {...link(null)}>{`All ${numberText(verdicts.size)}`}</Link>
        </li>
        {counts.map(({ kind, count }) => (
          <li key={kind}>
            <Link {...link(kind)}>
              <StateMark tone={severityOf(kind)}>
                {`${numberText(count)} ${verdictWords[kind].toLowerCase()}`}
              </StateMark>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
