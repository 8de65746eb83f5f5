import type { MirrorServer } from '#contract/mirror-server.ts'
import { counted } from '#app/text/counted.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { MirrorNames } from './mirror-names.tsx'
import classes from './overview.module.css'

/** Mirrors that have not answered yet: as high as the row that says that they timed out, which may take its place. */
export const AwaitedRow = ({
  mirrors,
  isNaming,
}: {
  mirrors: readonly MirrorServer[]
  /** Whether to name them: not while most of them are about to answer. */
  isNaming: boolean
}) => (
  <li className={classes.row}>
    <div>
      <StateMark tone="unknown">Not answered yet</StateMark>
      <div className={classes.dim}>being asked now</div>
    </div>
    <div>
      {isNaming ? <MirrorNames mirrors={mirrors} /> : null}
      {isNaming && mirrors.length === 1 ? null : (
        <span className={classes.dim}> {counted(mirrors.length, 'mirror')}</span>
      )}
    </div>
    <div>Wait a few seconds for the answer.</div>
  </li>
)
