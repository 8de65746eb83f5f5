import type { MirrorServer } from '#contract/mirror-server.ts'
import type { PagedList } from '#app/api/paged-list.ts'
import { isEmpty, isReadToEnd } from '#app/api/presence.ts'
import { healthCounts } from '#app/domain/mirror/health-counts.ts'
import { healthRank } from '#app/domain/mirror/health-rank.ts'
import { healthWords } from '#app/domain/mirror/health-words.ts'
import type { MirrorHealth } from '#app/domain/mirror/mirror-health.ts'
import { paths } from '#app/paths.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { numberText } from '#app/text/number-text.ts'
import { OverviewCard } from './overview-card.tsx'
import classes from './overview.module.css'

/** One small tile per mirror, the worst first. The words below say the same. */
const Strip = ({
  mirrors,
  healths,
}: {
  mirrors: readonly MirrorServer[]
  healths: ReadonlyMap<string, MirrorHealth>
}) => (
  <div className={classes.strip} aria-hidden>
    {mirrors
      .map(({ id }) => ({ id, health: healths.get(id) ?? ('unknown' as const) }))
      .toSorted((one, other) => healthRank(one.health) - healthRank(other.health))
      .map(({ id, health }) => (
        <span key={id} data-tone={healthWords[health].tone} />
      ))}
  </div>
)

/** How the fleet is: a picture, and the same in words that lead to the mirrors. */
export const FleetCard = ({
  mirrors,
  healths,
}: {
  mirrors: PagedList<MirrorServer>
  healths: ReadonlyMap<string, MirrorHealth>
}) => (
  <OverviewCard title="Fleet health">
    {isEmpty(mirrors) ? <p className={classes.dim}>There is no mirror server yet.</p> : null}
    <Strip mirrors={mirrors.rows} healths={healths} />
    <ul className={classes.list} aria-label="Mirrors by health">
      {healthCounts(healths.values()).map(({ health, count }) => (
        <li key={health}>
          <TextLink to={`${paths.mirrors}?health=${health}`} className={classes.plain}>
            <StateMark tone={healthWords[health].tone}>
              {`${numberText(count)} ${healthWords[health].word.toLowerCase()}`}
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
  </OverviewCard>
)
