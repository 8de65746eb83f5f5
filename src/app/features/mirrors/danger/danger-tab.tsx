import { Button } from '@mantine/core'
import { useStagingGuard } from '#app/domain/fleet/use-staging-guard.ts'
import type { MirrorTabProps } from '#app/features/mirrors/details/mirror-tab.ts'
import classes from '#app/features/mirrors/mirrors.module.css'

/** What cannot be undone: the removal. */
export const DangerTab = ({ mirror, removal }: MirrorTabProps) => {
  const { mayChange } = useStagingGuard()
  return (
    <section aria-labelledby="remove-heading" className={classes.stack}>
      <h2 id="remove-heading">Remove this mirror server</h2>
      <p className={classes.prose}>
        Bitbucket forgets the mirror, and what clones from it stops working. What goes with it is shown before
        you decide.
      </p>
      <div className={classes.bar}>
        <Button
          variant="default"
          onClick={() => removal.open(mirror)}
          onPointerEnter={removal.preload}
          onFocus={removal.preload}
        >
          Remove this mirror server
        </Button>
        {mayChange.isAllowed ? null : (
          <span className={classes.count}>Locked, because this Bitbucket looks like a clone of another.</span>
        )}
      </div>
    </section>
  )
}
