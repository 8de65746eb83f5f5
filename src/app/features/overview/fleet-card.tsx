import type { MirrorServer } from '#contract/mirror-server.ts'
import type { PagedList } from '#app/api/paged-list.ts'
import { isEmpty, isReadToEnd } from '#app/api/presence.ts'
import { CheckAge, CheckNow } from '#app/domain/mirror/check-now.tsx'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { verdictCounts } from '#app/domain/mirror/verdict-counts.ts'
import { verdictWords } from '#app/domain/mirror/verdict-words.ts'
import { severityOf } from '#health/verdict-severity.ts'
import { paths } from '#app/paths.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { numberText } from '#app/text/number-text.ts'
import { OverviewCard } from './overview-card.tsx'
import classes from './overview.module.css'

/** Room for as many kinds of verdicts, so that what stands below keeps its place while mirrors answer. */
const KINDS_EXPECTED = 8

/** Height of one kind in the list, in px. */
const LINE_PX = 24.5

/** How many mirrors have each verdict, in words that lead to the mirrors. */
export const FleetCard = ({
  mirrors,
  verdicts,
}: {
  mirrors: PagedList<MirrorServer>
  verdicts: Verdicts
}) => (
  <OverviewCard title="Fleet health">
    {isEmpty(mirrors) ? <p className={classes.dim}>There is no mirror server yet.</p> : null}
    <ul
      className={classes.list}
      style={{ minHeight: Math.min(mirrors.rows.length, KINDS_EXPECTED) * LINE_PX }}
      aria-label="Mirrors by health"
    >
      {verdictCounts(verdicts.values()).map(({ kind, count }) => (
        <li key={kind}>
          <TextLink to={`${paths.mirrors}?health=${kind}`} className={classes.plain}>
            <StateMark tone={severityOf(kind)}>
              {`${numberText(count)} ${verdictWords[kind].toLowerCase()}`}
            </StateMark>
          </TextLink>
        </li>
      ))}
      {mirrors.unreadable.length === 0 ? null : (
        <li>
          <TextLink to={paths.mirrors} className={classes.plain}>
            <StateMark tone="attention">{`${numberText(mirrors.unreadable.length)} unreadable`}</StateMark>
          </TextLink>
        </li>
      )}
    </ul>
    {isReadToEnd(mirrors) ? null : (
      <p className={classes.dim}>The list of mirror servers may be incomplete.</p>
    )}
    {mirrors.rows.length === 0 ? null : (
      <div className={classes.way}>
        <CheckNow mirrorIds={null} label="Check all now" />
        {/* A line of its own: an age that grows must not move what stands below. */}
        <p>
          <CheckAge verdicts={verdicts} />
        </p>
      </div>
    )}
  </OverviewCard>
)
