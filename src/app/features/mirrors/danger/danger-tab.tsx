import { Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { operations } from '#contract/operations.ts'
import { upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'
import { useStagingGuard } from '#app/domain/fleet/use-staging-guard.ts'
import { isGoneIn } from '#app/features/mirrors/details/is-gone-in.ts'
import type { MirrorTabProps } from '#app/features/mirrors/details/mirror-tab.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { TokenReveal } from './token-reveal.tsx'

/** Actions that cannot be undone, and the mirror's secret. */
export const DangerTab = ({ mirror, removal }: MirrorTabProps) => {
  const { data: upstream } = useQuery(upstreamVersionQuery)
  const { mayChange } = useStagingGuard()
  const { until } = operations.getMirrorToken
  return (
    <Stack gap={32}>
      <section aria-labelledby="token-heading" className={classes.stack}>
        <h2 id="token-heading">Token</h2>
        <p className={classes.prose}>
          Bitbucket and this mirror authenticate each other by this token. Anyone who has it can pose as the
          mirror.
        </p>
        {isGoneIn(upstream?.version ?? null, until) ? (
          <p className={classes.prose}>
            This Bitbucket no longer shows tokens: version {until} removed the operation.
          </p>
        ) : (
          <TokenReveal mirrorId={mirror.id} />
        )}
      </section>
      <section aria-labelledby="remove-heading" className={classes.stack}>
        <h2 id="remove-heading">Remove this mirror server</h2>
        <p className={classes.prose}>
          Bitbucket forgets the mirror, and what clones from it stops working. What goes with it is shown
          before you decide.
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
            <span className={classes.count}>
              Locked, because this Bitbucket looks like a clone of another.
            </span>
          )}
        </div>
      </section>
    </Stack>
  )
}
