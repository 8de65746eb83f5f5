import '@mantine/core/styles/Input.css'
import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { removeMirrorMutation } from '#app/domain/mirror/mirror-writes.ts'
import { useMirrorVerdicts } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { preferredMirrorQuery } from '#app/domain/preference/preferred-mirror.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { useStagingGuard } from '#app/domain/fleet/use-staging-guard.ts'
import { useUpstreamClock } from '#app/domain/upstream/use-upstream-clock.ts'
import { whyNot } from '#app/text/allowed.ts'
import { announce } from '#app/browser/announcements.ts'
import { downloadText } from '#app/browser/download-text.ts'
import { Dialog } from '#app/ui/dialog/dialog.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { useConfirmedWrite } from '#app/ui/dialog/use-confirmed-write.ts'
import dialogClasses from '#app/ui/dialog/write-dialog.module.css'
import { WriteFooter } from '#app/ui/dialog/write-footer.tsx'
import { WriteResult } from '#app/ui/dialog/write-result.tsx'
import { StagingBar } from '#app/features/mirrors/staging-bar.tsx'
import { BlastRadius } from './blast-radius.tsx'
import { recordFileName, recordText } from './download-record.ts'
import { mayRemove, removalConfirmationOf } from './removal-confirmation.ts'
import { isOver, removalWords } from './removal-words.ts'
import classes from './removal.module.css'

/**
 * Asks before a mirror is removed, with all that goes with it, and shows the outcome. It stays open until the outcome
 * is known and was read.
 *
 * @param onClose called with whether Bitbucket no longer has the mirror, as far as is known.
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
  const verdicts = useMirrorVerdicts()
  const { data: preferred } = useQuery(preferredMirrorQuery)
  const { data: session } = useQuery(sessionQuery)
  const [typed, setTyped] = useState('')
  // A refresh behind the dialog must not change the facts that are being judged.
  const [shown, setShown] = useState(mirror)
  const { phase, outcome, isBusy, send, checkAgain } = useConfirmedWrite(
    removeMirrorMutation(mirror.id),
    (outcome) => {
      if (isOver(outcome) && outcome.kind !== 'gone') announce(`${mirrorNameOf(mirror)} was removed`)
      if ('truth' in outcome && outcome.truth !== null) setShown(outcome.truth)
      if (outcome.kind === 'done') onClose(true)
    },
  )
  const confirmation = removalConfirmationOf(shown)
  const isGone = outcome !== null && isOver(outcome)
  const name = mirrorNameOf(shown)
  return (
    <Dialog
      title={
        <>
          Remove <ForeignText inline>{name}</ForeignText>?
        </>
      }
      isBusy={isBusy}
      onClose={() => onClose(isGone)}
    >
      <div className={dialogClasses.content}>
        <WriteResult phase={phase} words={removalWords} />
        {isGone ? null : (
          <>
            <StagingBar guard={guard} />
            <p>
              A removed mirror gets no more updates from Bitbucket, and clones through it stop working. It has
              to ask again to come back, and then copies everything again.
            </p>
            <BlastRadius
              mirror={shown}
              verdict={verdicts.get(shown.id) ?? null}
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
          </>
        )}
        <div className={dialogClasses.end}>
          {isGone || checkAgain ? null : (
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
          <WriteFooter
            phase={phase}
            isOver={isGone}
            words="Remove mirror"
            reading="Reading the mirror again"
            color="red.9"
            missing={
              guard.mayChange.isAllowed
                ? whyNot(mayRemove(confirmation, typed))
                : 'Locked: unlock it in the red bar above first.'
            }
            onSend={() => send(shown)}
            onCheck={checkAgain}
            onClose={() => onClose(isGone)}
          />
        </div>
      </div>
    </Dialog>
  )
}
