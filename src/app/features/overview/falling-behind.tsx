import type { History } from '#contract/history.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { behindWords } from '#app/domain/history/behind-words.ts'
import { isFallingBehind } from '#app/domain/history/is-falling-behind.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { numberText } from '#app/text/number-text.ts'
import { paths } from '#app/paths.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { NamedLink } from '#app/ui/untrusted/named-link.tsx'
import classes from './overview.module.css'

/** Mirrors that are named; the list sorts them all. */
const NAMED = 8

/** The mirrors for which a push has waited too long, the farthest behind first; nothing where there is none. */
export const FallingBehind = ({
  mirrors,
  history,
}: {
  mirrors: readonly MirrorServer[]
  history: History
}) => {
  const byId = new Map(mirrors.map((mirror) => [mirror.id, mirror]))
  const late = history.mirrors
    .filter(({ mirrorId, behind }) => byId.has(mirrorId) && isFallingBehind(behind))
    .toSorted((one, other) => (other.behind?.nowMs ?? 0) - (one.behind?.nowMs ?? 0))
  if (late.length === 0) return null
  return (
    <div>
      <span className={classes.cause}>
        <StateMark tone="attention">Falling behind</StateMark>
      </span>
      <ul className={classes.names} aria-label="Falling behind">
        {late.slice(0, NAMED).map(({ mirrorId, behind }) => {
          const mirror = byId.get(mirrorId)
          return (
            <li key={mirrorId}>
              <NamedLink id={mirrorId} to={paths.mirrorHistory}>
                {mirror ? mirrorNameOf(mirror) : mirrorId}
              </NamedLink>{' '}
              <span className={classes.dim}>{`by ${behindWords(behind)}`}</span>
            </li>
          )
        })}
        {late.length > NAMED ? <li>{`and ${numberText(late.length - NAMED)} more`}</li> : null}
      </ul>
    </div>
  )
}
