import { useQuery } from '@tanstack/react-query'
import { operations } from '#contract/operations.ts'
import { upstreamVersionQuery } from '#app/domain/upstream/upstream.ts'
import { isGoneIn } from '#app/features/mirrors/details/is-gone-in.ts'
import type { MirrorTabProps } from '#app/features/mirrors/details/mirror-tab.ts'
import classes from '#app/features/mirrors/mirrors.module.css'
import { TokenReveal } from './token-reveal.tsx'

/** The mirror's secret. */
export const TokenTab = ({ mirror }: MirrorTabProps) => {
  const { data: upstream } = useQuery(upstreamVersionQuery)
  const { until } = operations.getMirrorToken
  return (
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
  )
}
