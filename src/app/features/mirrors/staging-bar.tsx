import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { StagingGuard } from '#app/domain/fleet/use-staging-guard.ts'
import { SafeLink } from '#app/ui/untrusted/safe-link.tsx'
import { numberText } from '#app/text/number-text.ts'
import classes from './mirrors.module.css'

/** Says that this Bitbucket looks like a clone of another one, and unlocks what is dangerous there. */
export const StagingBar = ({ guard: { suspicion, mayChange, unlock } }: { guard: StagingGuard }) => {
  if (suspicion === null) return null
  const { shared, total, otherUpstream } = suspicion
  return (
    <section className={classes.stagingBar} aria-label="Looks like a clone">
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <p>
          <strong>This looks like a clone of production.</strong> {numberText(shared)} of {numberText(total)}{' '}
          mirrors were first seen in this browser at <SafeLink address={otherUpstream} />. Removing one here
          can disconnect the mirror there.
        </p>
        <p>
          {mayChange.isAllowed
            ? 'Removing and accepting mirrors is unlocked until this page is loaded again.'
            : 'Removing and accepting mirrors is locked.'}
        </p>
      </div>
      {mayChange.isAllowed ? null : (
        <Button variant="default" onClick={unlock}>
          Unlock for this session
        </Button>
      )}
    </section>
  )
}
