import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { mirrorNameOf } from '#app/data/mirror-name-of.ts'
import { preferredMirrorQuery } from '#app/data/preferred-mirror.ts'
import { sessionQuery } from '#app/data/session.ts'
import { useStagingGuard } from '#app/data/use-staging-guard.ts'
import { useUpstreamClock } from '#app/data/use-upstream-clock.ts'
import { announce } from '#app/ui/announcements.ts'
import { downloadText } from '#app/ui/csv/download-text.ts'
import { Dialog } from '#app/ui/dialog.tsx'
import { ForeignText } from '#app/ui/foreign-text.tsx'
import { Identifier } from '#app/ui/identifier.tsx'
import { StagingBar } from '#app/features/mirrors/staging-bar.tsx'
import { BlastRadius } from './blast-radius.tsx'
import { recordFileName, recordText } from './download-record.ts'
import { isConfirmed, removalConfirmationOf } from './removal-confirmation.ts'
import { RemovalOutcome } from './removal-outcome.tsx'
import { isOver } from './removal-words.ts'
import classes from './removal.module.css'
import { RemoveMirrorFooter } from './remove-mirror-footer.tsx'
import { useRemovalSteps } from './use-removal-steps.ts'

/**
 * Asks before a mirror is removed, with all that goes with it, and tells what came of it. It stays open until the
 * outcome is known and was read.
 *
 * @param onClose told whether Bitbucket no longer has the mirror, as far as is known.
 */
export const RemoveMirrorDialog = ({
  mirror,
  onClose,
}: {
  mirror: MirrorServer
  onClose: (isGone: boolean) => void
}) => {
  const guard = useStagingGuard()
  const { offsetMs } = useUpstreamClock()
  const { data: preferred } = useQuery(preferredMirrorQuery)
  const { data: session } = useQuery(sessionQuery)
  const [typed, setTyped] = useState('')
  const { shown, phase, remove, checkAgain } = useRemovalSteps(mirror, (outcome) => {
    const isOurs = outcome.kind === 'done' || (outcome.kind === 'gone' && outcome.mayBeOurs)
    if (isOurs) announce(`${mirrorNameOf(mirror)} was removed`)
    if (outcome.kind === 'done' && outcome.isVerified) onClose(true)
  })
  const confirmation = removalConfirmationOf(shown)
  const isBusy = phase.kind === 'sending' || phase.kind === 'checking'
  const isGone = phase.kind === 'told' && isOver(phase.outcome)
  const isUnknown = phase.kind === 'told' && phase.outcome.kind === 'unknown'
  const name = mirrorNameOf(shown)
  return (
    <Dialog
      title={
        <span className={classes.title}>
          Remove <ForeignText inline>{name}</ForeignText>?
        </span>
      }
      isBusy={isBusy}
      onClose={() => onClose(isGone)}
    >
      <div className={classes.content}>
        {phase.kind === 'told' || phase.kind === 'failed' ? <RemovalOutcome phase={phase} /> : null}
        {isGone ? null : (
          <>
            <StagingBar guard={guard} />
            <p>
              A removed mirror gets no more updates from Bitbucket, and nobody can clone through it. It has to
              ask again to come back, and copies everything anew.
            </p>
            <BlastRadius
              mirror={shown}
              offsetMs={offsetMs}
              isPreferred={preferred === undefined ? null : preferred?.id === mirror.id}
            />
            <Button
              variant="default"
              className={classes.download}
              onClick={() =>
                downloadText(
                  recordFileName(shown),
                  'application/json',
                  recordText(shown, session?.upstream ?? '', Date.now()),
                )
              }
            >
              Download the record
            </Button>
            {isUnknown ? null : (
              <TextInput
                label={
                  <>
                    Type its {confirmation.what} to confirm: <Identifier>{confirmation.text}</Identifier>
                  </>
                }
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
                disabled={isBusy}
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </>
        )}
        <RemoveMirrorFooter
          phase={phase}
          missing={
            guard.isLocked
              ? 'Locked: unlock it in the red bar above first.'
              : isConfirmed(confirmation, typed)
                ? null
                : `Type the ${confirmation.what} above to remove.`
          }
          onRemove={remove}
          onCheck={checkAgain}
          onClose={() => onClose(isGone)}
        />
      </div>
    </Dialog>
  )
}
