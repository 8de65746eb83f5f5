import type { MirrorServer } from '#contract/mirror-server.ts'
import { counted } from '#app/text/counted.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { MirrorNames } from './mirror-names.tsx'
import classes from './overview.module.css'

/** Mirrors that have not answered yet: as high as the row that says that they timed out, which may take its place. */
export const AwaitedRow = ({ mirrors }: { mirrors: readonly MirrorServer[] }) => (
  <li className={classes.row}>
    <div>
      <StateMark tone="unknown">Not answered yet</StateMark>
      <div className={classes.dim}>being asked now</div>
    </div>
    <div>
      <MirrorNames mirrors={mirrors} />
      {mirrors.length === 1 ? null : (
        <span className={classes.dim}> {counted(mirrors.length, 'mirror')}</span>
      )}
    </div>
    <div>Wait a few seconds for the answer.</div>
  </li>
)
