import type { MirrorServer } from '#contract/mirror-server.ts'
import type { PagedList } from '#app/api/paged-list.ts'
import { isEmpty, isReadToEnd } from '#app/api/presence.ts'
import type { FleetMark } from '#app/domain/fleet/fleet-marks.ts'
import { CheckAge, CheckNow } from '#app/domain/mirror/check-now.tsx'
import { verdictCounts } from '#app/domain/mirror/verdict-counts.ts'
import { verdictWords } from '#app/domain/mirror/verdict-words.ts'
import { counted } from '#app/text/counted.ts'
import { numberText } from '#app/text/number-text.ts'
import { paths } from '#app/paths.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { OverviewCard } from '#app/features/overview/overview-card.tsx'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { severityOf } from '#health/verdict-severity.ts'
import classes from '#app/features/overview/overview.module.css'
import { FleetPicture } from './fleet-picture.tsx'
import { UpstreamLine } from './upstream-line.tsx'

/** Mirrors that are drawn; a fleet has a hundred at most, and the list has them all. */
const SHOWN = 200

/** The upstream and its mirrors: how many have each verdict, in words that lead to them, and each as a mark. */
export const FleetSection = ({
  mirrors,
  verdicts,
  marks,
}: {
  mirrors: PagedList<MirrorServer>
  verdicts: Verdicts
  marks: readonly FleetMark[]
}) => (
  <OverviewCard title="Fleet health" id="fleet-health">
    <UpstreamLine />
    {isEmpty(mirrors) ? <p className={classes.dim}>There is no mirror server yet.</p> : null}
    <ul className={classes.names} aria-label="Mirrors by health">
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
    {marks.length === 0 ? null : (
      <>
        <FleetPicture marks={marks.slice(0, SHOWN)} />
        {marks.length > SHOWN ? (
          <TextLink to={paths.mirrors}>{`See ${counted(marks.length - SHOWN, 'more mirror')}`}</TextLink>
        ) : null}
        <div className={classes.names}>
          <CheckNow mirrorIds={null} label="Check all now" />
          <CheckAge verdicts={verdicts} />
          <TextLink to={paths.coverage}>Ask the mirrors which repositories they have</TextLink>
        </div>
      </>
    )}
  </OverviewCard>
)
